; All ways in which blocks are reached or lost. exit 0
global main
extern malloc
section .bss
p1: resq 1
p2: resq 1
p4: resq 1
p6: resq 1
p7: resq 1
section .text
main:
  push rbx
  call two
  mov [p1], rax
  call two
  mov [p2], rax
  xor eax, eax
  mov [p2], rax
  call one
  inc rax
  mov [p4], rax
  call two
  inc rax
  mov [p6], rax
  call two
  mov rcx, [rax]
  inc rcx
  mov [rax], rcx
  mov [p7], rax
  pop rbx
  xor eax, eax
  xor ecx, ecx
  ret ; expect: leak-reachable, leak-definite, leak-indirect, leak-possible
one:
  sub rsp, 8
  mov edi, 16
  call malloc
  mov qword [rax], 0
  mov qword [rax+8], 0
  add rsp, 8
  ret
two:
  push rbx
  call one
  mov rbx, rax
  call one
  mov [rbx], rax
  mov rax, rbx
  pop rbx
  ret
