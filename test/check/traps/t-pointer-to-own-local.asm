; A pointer to a live local goes through a global, an argument and a callee. exit 0
global _start
section .bss
gp: resq 1
section .text
_start:
  call outer
  mov edi, eax
  sub edi, 12
  mov eax, 60
  syscall
outer:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  lea rax, [rbp-8]
  mov [gp], rax
  mov qword [rbp-8], 5
  call inner
  mov rax, [gp]
  mov rax, [rax]
  leave
  ret
inner:
  mov rax, [gp]
  add qword [rax], 7
  ret
