; The break moved back: the page is gone. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 12
  xor edi, edi
  syscall
  mov rbx, rax
  lea rdi, [rax+4096]
  mov eax, 12
  syscall
  mov byte [rbx], 1
  mov rdi, rbx
  mov eax, 12
  syscall
  mov byte [rbx], 1 ; expect: use-after-unmap
  mov eax, 60
  syscall
