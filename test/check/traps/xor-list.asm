; Links are the XOR of two addresses; everything is freed in the end. exit 3
global main
extern malloc, free
section .text
main:
  push rbx
  push r12
  push r13
  xor ebx, ebx
  xor r12d, r12d
  mov r13d, 3
.make:
  mov edi, 16
  call malloc
  mov [rax], rbx
  test rbx, rbx
  jz .first
  xor [rbx], rax
.first:
  mov rbx, rax
  dec r13d
  jnz .make
  xor r13d, r13d
  xor r12d, r12d
.walk:
  mov rdi, rbx
  mov rax, [rbx]
  xor rax, r12
  mov r12, rbx
  mov rbx, rax
  inc r13d
  push rdi
  push rdi
  pop rdi
  call drop
  pop rdi
  test rbx, rbx
  jnz .walk
  mov eax, r13d
  pop r13
  pop r12
  pop rbx
  ret
drop:
  sub rsp, 16
  call free
  add rsp, 16
  ret
