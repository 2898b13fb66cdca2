; brk moved up and down; below the start it refuses. exit 0
global _start
section .text
_start:
  mov eax, 12
  xor edi, edi
  syscall
  mov rbx, rax
  lea rdi, [rbx+10]
  mov eax, 12
  syscall
  mov byte [rbx+9], 1
  mov byte [rbx+10], 1 ; expect: heap-overflow-write
  lea rdi, [rbx-10]
  mov eax, 12
  syscall ; expect: syscall-args
  mov rdi, rbx
  mov eax, 12
  syscall
  mov eax, 60
  xor edi, edi
  syscall
