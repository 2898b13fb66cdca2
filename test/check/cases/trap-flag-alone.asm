; The trap flag without a handler. signal SIGTRAP
global _start
section .text
_start:
  pushfq
  or qword [rsp], 0x100
  popfq
  nop ; expect: illegal-instruction
  mov eax, 60
  xor edi, edi
  syscall
