; A local array larger than the stack. signal SIGSEGV
global _start
section .text
_start:
  call f
  mov eax, 60
  syscall
f:
  push rbp
  mov rbp, rsp
  sub rsp, 16*1024*1024 ; expect: stack-pointer-wild
  mov qword [rsp], 0 ; expect: stack-exhausted
  leave
  ret
