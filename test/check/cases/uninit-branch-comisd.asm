; A double that was never set is compared. exit 0
global main
extern malloc, free
section .rodata
one: dq 1.0
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  movsd xmm0, [rbx]
  comisd xmm0, [one]
  ja .x ; expect: uninit-branch
.x:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
