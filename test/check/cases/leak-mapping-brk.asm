; Memory from brk whose only address is lost before the end. exit 0
global _start
section .text
_start:
  mov eax, 12
  xor edi, edi
  syscall
  mov rbx, rax
  lea rdi, [rax+64]
  mov eax, 12
  syscall
  mov qword [rbx], 1
  xor ebx, ebx
  xor eax, eax
  xor edi, edi
  mov eax, 60
  syscall ; expect: leak-mapping
