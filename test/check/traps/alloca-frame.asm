; Room of a size known only at run time, given back through rbp. exit 9
global _start
section .text
_start:
  mov edi, 40
  call work
  mov edi, eax
  mov eax, 60
  syscall
work:
  push rbp
  mov rbp, rsp
  push rbx
  add rdi, 15
  and rdi, -16
  sub rsp, rdi
  mov rbx, rsp
  mov qword [rbx], 9
  mov rax, [rbx]
  lea rsp, [rbp-8]
  pop rbx
  pop rbp
  ret
