; The node's next pointer was never written; following it ends the program or not. exit 0
global main
extern calloc, malloc, free
section .text
main:
  push rbx
  mov edi, 24
  call malloc
  mov rbx, rax
  mov qword [rbx], 1
  mov qword [rbx+8], 0
  mov rdx, [rbx+16]
  and edx, 1
  mov rax, [rbx+rdx*8] ; expect: uninit-address
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
