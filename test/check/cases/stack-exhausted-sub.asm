; More room than the stack has. signal SIGSEGV
global _start
section .text
_start:
  sub rsp, 16*1024*1024 ; expect: stack-pointer-wild
  mov qword [rsp], 0 ; expect: stack-exhausted
  mov eax, 60
  xor edi, edi
  syscall
