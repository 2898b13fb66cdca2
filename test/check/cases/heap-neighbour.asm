; A pointer into one block is moved so far that it reaches another live block. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 32
  call malloc
  mov rbx, rax
  mov edi, 32
  call malloc
  mov r12, rax
  mov qword [r12], 5
  mov rcx, r12
  sub rcx, rbx
  lea rdx, [rbx+rcx]
  mov rax, [rdx] ; expect: heap-overflow-read
  add rcx, 8
  mov byte [rbx+rcx], 1 ; expect: heap-overflow-write
  mov rdi, rbx
  call free
  mov rdi, r12
  call free
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
