; xor, sub, sbb, cmp, pcmpeq and pxor of an undefined register with itself, masks and shifts that throw undefined bits away. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 64
  call malloc
  mov rbx, rax
  mov rcx, [rbx]
  xor rcx, rcx
  jnz .bad
  mov rcx, [rbx]
  sub rcx, rcx
  jnz .bad
  mov rcx, [rbx]
  cmp rcx, rcx
  jne .bad
  mov rdx, [rbx+8]
  stc
  sbb rdx, rdx
  jns .bad
  movdqu xmm1, [rbx+16]
  pcmpeqd xmm1, xmm1
  movmskps eax, xmm1
  cmp eax, 15
  jne .bad
  movdqu xmm2, [rbx+16]
  pxor xmm2, xmm2
  movq rax, xmm2
  test rax, rax
  jnz .bad
  mov rax, [rbx+32]
  and eax, 0
  jnz .bad
  mov rax, [rbx+32]
  or rax, -1
  jz .bad
  mov al, [rbx+40]
  mov ah, 5
  shr eax, 8
  cmp al, 5
  jne .bad
  mov eax, [rbx+44]
  imul eax, eax, 0
  test eax, eax
  jnz .bad
  mov byte [rbx+50], 0x10
  mov eax, [rbx+48]
  test eax, 0x00100000
  jz .bad
  bt dword [rbx+48], 20
  jnc .bad
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
.bad:
  mov eax, 1
  pop rbx
  ret
