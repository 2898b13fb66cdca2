; rsp is loaded from a variable that nobody set. signal SIGSEGV
global _start
section .bss
saved: resq 1
section .text
_start:
  mov qword [saved], 0x5000000
  mov rsp, [saved] ; expect: stack-pointer-wild
  push rax ; expect: unmapped-access
  mov eax, 60
  syscall
