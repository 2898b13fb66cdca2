; write of a freed block. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov rcx, "freed!!"
  mov [rbx], rcx
  mov byte [rbx+7], 10
  mov rdi, rbx
  call free
  mov eax, 1
  mov edi, 1
  mov rsi, rbx
  mov edx, 8
  syscall ; expect: syscall-bad-address
  xor eax, eax
  pop rbx
  ret
