; A list is freed node by node, the next pointer read from the freed node. signal SIGSEGV
global main
extern malloc, free
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  xor ebx, ebx
  mov r12d, 3
.make:
  mov edi, 16
  call malloc
  mov [rax], rbx
  mov [rax+8], r12
  mov rbx, rax
  dec r12d
  jnz .make
.drop:
  mov rdi, rbx
  call free
  mov rbx, [rbx] ; expect: use-after-free-read
  test rbx, rbx
  jnz .drop
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
