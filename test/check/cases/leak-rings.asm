; Two rings of two blocks; a block that was allocated later points into one, whose blocks are lost with it. exit 0
global main
extern malloc
section .text
main:                      ; rbx, r12: the first ring, r13, r14: the second, r15: the block that points into the first
  push rbx
  push r12
  push r13
  push r14
  push r15
  mov edi, 16
  call malloc
  mov rbx, rax
  mov edi, 24
  call malloc
  mov r12, rax
  mov [rbx], r12
  mov [r12], rbx
  mov edi, 32
  call malloc
  mov r13, rax
  mov edi, 40
  call malloc
  mov r14, rax
  mov [r13], r14
  mov [r14], r13
  mov edi, 48
  call malloc
  mov r15, rax
  mov [r15 + 8], r12
  xor eax, eax
  pop r15
  pop r14
  pop r13
  pop r12
  pop rbx
  ret ; expect: leak-definite, leak-indirect
