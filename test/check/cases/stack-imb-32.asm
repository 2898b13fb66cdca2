; 32-bit: arguments of a cdecl call not removed before ret. signal SIGSEGV
bits 32
global main
extern puts
section .data
m: db "hi", 0
section .text
main:
  call say
  xor eax, eax
  ret
say:
  push m
  call puts
  ret ; expect: stack-imbalance, exec-nonexec
