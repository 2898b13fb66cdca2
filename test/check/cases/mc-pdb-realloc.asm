; realloc with the old pointer used on. exit 0
global main
extern malloc, free, realloc
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 4
  call malloc
  mov rbx, rax
  mov rdi, rbx
  mov esi, 1000000
  call realloc
  mov r12, rax
  mov dword [rbx], 1 ; expect: use-after-free-write
  mov dword [r12+1000000-4], 2
  mov dword [r12+1000000], 2 ; expect: heap-overflow-write
  mov rdi, r12
  call free
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
