; The callee writes through a wrong offset of its own rbp. exit 0
global _start
section .text
_start:
  mov rbp, rsp
  call work
  xor edi, edi
  mov eax, 60
  syscall
work:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov qword [rbp-8], 1
  mov qword [rbp], 2 ; expect: saved-frame-overwritten
  leave
  ret
