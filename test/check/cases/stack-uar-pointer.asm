; A function returns the address of its local. exit 0
global _start
section .text
_start:
  call make
  mov rbx, rax
  call other
  mov rcx, [rbx] ; expect: stack-use-after-return
  mov eax, 60
  xor edi, edi
  syscall
make:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  mov qword [rbp-24], 77
  lea rax, [rbp-24]
  leave
  ret
other:
  push 5
  push 6
  add rsp, 16
  ret
