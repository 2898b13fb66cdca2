; Locals larger than the stack. signal SIGSEGV
global _start
section .text
_start:
  call f
  mov eax, 60
  xor edi, edi
  syscall
f:
  sub rsp, 9 << 20 ; expect: stack-pointer-wild
  mov qword [rsp], 1 ; expect: stack-exhausted
  add rsp, 9 << 20
  ret
