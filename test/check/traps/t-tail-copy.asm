; Copies 21 bytes with two overlapping 16-byte moves, and 6 with two of four. exit 0
global main
extern malloc, free
section .data
src: db "twenty-one bytes here", 0
section .text
main:
  push rbx
  mov edi, 21
  call malloc
  mov rbx, rax
  movdqu xmm0, [src]
  movdqu xmm1, [src+5]
  movdqu [rbx], xmm0
  movdqu [rbx+5], xmm1
  mov eax, [src]
  mov ecx, [src+2]
  mov [rbx], eax
  mov [rbx+2], ecx
  cmp byte [rbx+20], 'e'
  jne .x
.x:
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
