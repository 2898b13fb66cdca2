; The next field of a node was never set. signal SIGSEGV
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov qword [rbx+8], 1
  mov rcx, [rbx]
  mov rdx, [rcx+8] ; expect: uninit-address, null-deref
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
