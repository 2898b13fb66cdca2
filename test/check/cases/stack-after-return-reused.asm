; The room of the returned local belongs to another function by now. exit 0
global _start
section .text
_start:
  call make
  mov rbx, rax
  call other
  xor edi, edi
  mov eax, 60
  syscall
make:
  sub rsp, 24
  mov qword [rsp+8], 1
  lea rax, [rsp+8]
  add rsp, 24
  ret
other:
  sub rsp, 24
  mov qword [rsp+8], 2
  add qword [rbx], 1 ; expect: stack-use-after-return
  add rsp, 24
  ret
