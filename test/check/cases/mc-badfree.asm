; free of a number and of a stack address. signal SIGSEGV
global main
extern free
section .text
main:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov edi, 0x87654321
  call free ; expect: invalid-free, unmapped-access
  mov rdi, rsp
  call free
  leave
  xor eax, eax
  ret
