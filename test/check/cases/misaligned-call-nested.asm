; The helper, not main, forgets to align. exit 0
global main
extern putchar
section .text
main:
  push rbx
  call helper
  pop rbx
  xor eax, eax
  ret
helper:
  mov edi, 'x'
  call putchar ; expect: misaligned-call
  ret
