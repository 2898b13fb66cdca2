; A function returns the address of its local variable. exit 0
global _start
section .text
_start:
  call make
  mov rcx, [rax] ; expect: stack-use-after-return
  mov qword [rax], 3 ; expect: stack-use-after-return
  xor edi, edi
  mov eax, 60
  syscall
make:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov qword [rbp-8], 41
  lea rax, [rbp-8]
  leave
  ret
