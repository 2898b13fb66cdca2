; rcx is kept on the stack over the system call. exit 3
global _start
section .rodata
dot: db "."
section .text
_start:
  mov ecx, 3
  xor ebx, ebx
.next:
  push rcx
  mov eax, 1
  mov edi, 1
  mov rsi, dot
  mov edx, 1
  syscall
  pop rcx
  inc ebx
  loop .next
  mov edi, ebx
  mov eax, 60
  syscall
