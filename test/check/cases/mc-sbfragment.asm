; brk grows in pieces; a pointer past all of them. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 12
  xor edi, edi
  syscall
  mov rbx, rax
  mov ebp, 3
.g:
  lea rdi, [rax+4096]
  mov eax, 12
  syscall
  dec ebp
  jnz .g
  mov byte [rbx+3*4096-1], 1
  mov byte [rbx+3*4096], 1 ; expect: unmapped-access
  mov eax, 60
  xor edi, edi
  syscall
