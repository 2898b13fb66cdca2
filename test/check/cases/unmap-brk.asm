; The break is moved back, then memory above it is read. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 12
  xor edi, edi
  syscall
  mov rbx, rax
  lea rdi, [rax+65536]
  mov eax, 12
  syscall
  mov [rbx+60000], rbx
  mov rdi, rbx
  mov eax, 12
  syscall
  mov rcx, [rbx+60000] ; expect: use-after-unmap
  jmp $
