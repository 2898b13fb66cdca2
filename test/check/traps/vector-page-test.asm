; Two texts are compared by vectors from any address, where both stay in their page, else byte by byte. exit 5
global main
extern malloc, free
section .rodata
one: db "sixteen letters!", 0
two: db "sixteen letters?", 0
section .text
; The first place where rdi and rsi differ, in eax.
differs:
  pxor xmm2, xmm2
  xor ecx, ecx
.next:
  lea eax, [edi + ecx]
  lea edx, [esi + ecx]
  or eax, edx
  and eax, 0fffh
  cmp eax, 1000h - 16
  ja .byte
  movdqu xmm0, [rdi + rcx]
  movdqu xmm1, [rsi + rcx]
  pcmpeqb xmm1, xmm0
  pcmpeqb xmm0, xmm2
  pandn xmm0, xmm1
  pmovmskb eax, xmm0
  sub eax, 0ffffh
  jnz .found
  add ecx, 16
  jmp .next
.found:
  bsf eax, eax
  add eax, ecx
  ret
.byte:
  mov al, [rdi + rcx]
  cmp al, [rsi + rcx]
  jne .here
  inc ecx
  jmp .next
.here:
  mov eax, ecx
  ret
main:
  push rbx
  mov rdi, one + 3
  mov rsi, two + 3
  call differs
  mov ebx, eax
  mov edi, 13
  call malloc
  push rax
  push rax
  mov rdi, [one]
  mov [rax], rdi
  mov dword [rax + 8], 'let?'
  mov byte [rax + 12], 0
  mov rdi, one
  mov rsi, rax
  call differs
  sub ebx, eax
  add ebx, 4
  pop rdi
  pop rdi
  call free
  mov eax, ebx
  pop rbx
  ret
