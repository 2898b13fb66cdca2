; A global function that changes rbx and r12. exit 0
global _start
global work
section .text
_start:
  mov ebx, 1
  call work
  mov eax, 60
  xor edi, edi
  syscall
work:
  mov ebx, 2
  xor r12d, r12d
  inc r12
  ret ; expect: callee-saved-clobbered
