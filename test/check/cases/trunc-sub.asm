; sub esp in 64-bit code. signal SIGSEGV
global _start
section .text
_start:
  sub esp, 16 ; expect: truncated-stack-pointer
  mov dword [rsp], 1 ; expect: unmapped-access
  jmp $
