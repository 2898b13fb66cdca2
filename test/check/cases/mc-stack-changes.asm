; Two stacks from mmap, switched by hand; garbage on one of them is zero. exit 0
global _start
section .bss
saved: resq 1
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 65536
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  mov [saved], rsp
  lea rsp, [rax+65536]
  call work
  mov rsp, [saved]
  mov rdi, rbx
  mov esi, 65536
  mov eax, 11
  syscall
  mov eax, 60
  xor edi, edi
  syscall
work:
  push rbp
  mov rbp, rsp
  sub rsp, 64
  mov qword [rbp-8], 1
  mov rax, [rbp-8]
  leave
  ret
