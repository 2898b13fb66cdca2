; Tagged and xored pointers to heap blocks, a pointer difference added to another pointer. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 16
  call malloc
  mov rbx, rax
  mov edi, 16
  call malloc
  mov r12, rax
  mov qword [rbx], 1
  mov qword [r12], 2
  mov rax, rbx
  or rax, 1
  mov rcx, [rax-1]
  mov rdx, rbx
  xor rdx, r12
  mov rax, rdx
  xor rax, rbx
  add rcx, [rax]
  cmp ecx, 3
  jne .bad
  mov rax, r12
  sub rax, rbx
  mov rdx, rax
  add rdx, rbx
  and rdx, -8
  cmp qword [r12], 2
  jne .bad
  mov rdi, rbx
  call free
  mov rdi, r12
  call free
  xor eax, eax
.bad:
  add rsp, 8
  pop r12
  pop rbx
  ret
