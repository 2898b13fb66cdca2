; Bytes behind the break, in the same page. exit 0
global _start
section .text
_start:
  mov eax, 12
  xor edi, edi
  syscall
  mov rbx, rax
  lea rdi, [rax+100]
  mov eax, 12
  syscall
  mov byte [rbx+99], 1
  mov byte [rbx+100], 1 ; expect: heap-overflow-write
  mov al, [rbx+200] ; expect: heap-overflow-read
  mov eax, 60
  xor edi, edi
  syscall
