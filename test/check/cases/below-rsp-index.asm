; An array below the stack pointer, longer than the red zone. exit 0
global _start
section .text
_start:
  mov rcx, -20
.next:
  mov [rsp+rcx*8], rcx
  inc rcx
  jnz .next
  mov rcx, -20
  mov rax, [rsp+rcx*8] ; expect: below-rsp-read
  xor edi, edi
  mov eax, 60
  syscall
