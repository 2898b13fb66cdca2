; The return address is overwritten through a wrong constant offset. signal SIGSEGV
global _start
section .text
_start:
  call f
  mov eax, 60
  xor edi, edi
  syscall
f:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov qword [rbp+8], 0
  leave
  ret ; expect: return-address-overwritten, null-jump
