; A pointer into a block follows it by how far realloc has moved it. exit 7
global main
extern malloc, realloc, free
section .text
main:
  push rbx
  push r12
  push r13
  mov edi, 16
  call malloc
  mov rbx, rax
  lea r12, [rbx + 4]
  mov dword [r12], 7
  mov rdi, rbx
  mov esi, 4000
  call realloc
  mov r13, rax
  mov rcx, rax
  sub rcx, rbx
  add r12, rcx
  mov ebx, [r12]
  mov rdi, r13
  call free
  mov eax, ebx
  pop r13
  pop r12
  pop rbx
  ret
