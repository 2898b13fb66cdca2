; An x87 exception that is not masked is told at the next instruction. signal SIGFPE
global _start
section .text
_start:
  push 0x37b
  fldcw [rsp]
  fld1
  fldz
  fdivp
  mov eax, 1
  fld1 ; expect: illegal-instruction
  mov eax, 60
  xor edi, edi
  syscall
