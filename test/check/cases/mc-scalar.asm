; Arguments of system calls never set: read, open, close, lseek. exit 0
global _start
section .data
n: db "/x", 0
section .text
_start:
  sub rsp, 64
  mov rdi, [rsp]
  mov eax, 3
  syscall ; expect: uninit-syscall
  mov eax, 8
  mov edi, 0
  mov rsi, [rsp+8]
  xor edx, edx
  syscall ; expect: uninit-syscall
  mov eax, 2
  mov edi, n
  mov esi, [rsp+16]
  xor edx, edx
  syscall ; expect: uninit-syscall
  mov eax, [rsp+24]
  or eax, 39
  and eax, 39
  syscall
  mov eax, 60
  xor edi, edi
  syscall
