; The callee writes over its caller's saved rbp. exit 0
global _start
section .text
_start:
  call outer
  mov eax, 60
  xor edi, edi
  syscall
outer:
  push rbp
  mov rbp, rsp
  mov rdi, rsp
  call inner
  pop rbp
  ret
inner:
  mov qword [rdi], 3 ; expect: saved-frame-overwritten
  ret
