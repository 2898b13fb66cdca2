; ucomisd with a number that was never stored. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  pxor xmm0, xmm0
  movsd [rbx], xmm0
  movsd xmm1, [rbx+8]
  ucomisd xmm0, xmm1
  ja .done ; expect: uninit-branch
.done:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
