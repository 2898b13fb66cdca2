; SSE's division by zero, not masked. signal SIGFPE
global _start
section .text
_start:
  push 0x1d80
  ldmxcsr [rsp]
  xorps xmm0, xmm0
  mov eax, 1
  cvtsi2ss xmm1, eax
  divss xmm1, xmm0 ; expect: illegal-instruction
  mov eax, 60
  xor edi, edi
  syscall
