; After a call: registers nobody has written, and what remains in one of which a lane was written. exit 0
default rel
global main
extern malloc, puts, free
section .rodata
text: db "lanes", 0
align 16
numbers: dd 1, 2, 3, 4
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  lea rdi, [text]
  call puts
  paddd xmm1, [numbers] ; expect: volatile-after-call
  pshufd xmm3, xmm2, 0 ; expect: volatile-after-call
  pslld xmm8, 31 ; expect: volatile-after-call
  movdqu xmm6, [rbx]
  insertps xmm7, xmm6, 0x00
  movd eax, xmm7
  test eax, eax
  jz .memory ; expect: uninit-branch
.memory:
  mov ecx, 1
  pinsrd xmm9, ecx, 1
  movd eax, xmm9
  test eax, eax
  jz .rest ; expect: volatile-after-call
.rest:
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
