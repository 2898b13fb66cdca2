; A value is read that was popped and lies far below rsp. exit 0
global _start
section .text
_start:
  sub rsp, 256
  mov qword [rsp], 9
  add rsp, 256
  mov rax, [rsp-256] ; expect: below-rsp-read
  xor edi, edi
  mov eax, 60
  syscall
