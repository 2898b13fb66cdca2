; A loop that runs down to index -1. signal SIGABRT
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 32
  call malloc
  mov rbx, rax
  mov ecx, 7
.next:
  mov [rbx+rcx*4], ecx ; expect: heap-underflow-write
  dec rcx
  cmp rcx, -1
  jge .next
  mov eax, [rbx-4] ; expect: heap-underflow-read
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
