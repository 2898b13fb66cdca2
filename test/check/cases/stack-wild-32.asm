; 32-bit: xchg esp with a number. signal SIGSEGV
bits 32
global _start
section .text
_start:
  mov eax, 0x70000000
  xchg eax, esp ; expect: stack-pointer-wild
  call f ; expect: unmapped-access
f: ret
