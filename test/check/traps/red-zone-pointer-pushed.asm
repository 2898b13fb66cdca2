; A text in the red zone whose address is pushed and popped above it, and handed to the kernel. exit 0
global _start
section .text
_start:
  mov rax, `hello 1\n`
  mov [rsp-48], rax
  lea rsi, [rsp-48]
  push rsi
  mov eax, 1
  mov edi, 1
  mov edx, 8
  pop rsi
  syscall
  push rsi
  xor ecx, ecx
  pop rdi
  mov cl, [rdi]
  cmp cl, 'h'
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
