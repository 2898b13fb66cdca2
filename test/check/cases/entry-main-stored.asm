; A counter begins with what r8 holds when main is entered; storing it is no use of it, comparing is. exit 0
section .bss
count: resq 1
section .text
global main
main:
  mov [count], r8
  inc qword [count]
  cmp qword [count], 100
  ja .done ; expect: uninit-branch
  nop
.done:
  xor eax, eax
  ret
