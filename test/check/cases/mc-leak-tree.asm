; A tree whose root goes away. exit 0
global main
extern malloc
section .text
node:
  sub rsp, 8
  mov edi, 16
  call malloc
  mov qword [rax], 0
  mov qword [rax+8], 0
  add rsp, 8
  ret
main:
  push rbx
  push r12
  sub rsp, 8
  call node
  mov rbx, rax
  call node
  mov [rbx], rax
  mov r12, rax
  call node
  mov [rbx+8], rax
  call node
  mov [r12], rax
  xor eax, eax
  xor r12d, r12d
  xor ebx, ebx
  add rsp, 8
  pop r12
  pop rbx
  ret ; expect: leak-definite, leak-indirect
