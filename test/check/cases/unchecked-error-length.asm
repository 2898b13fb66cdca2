; read fails with EBADF; its result is the length for write. exit 0
global _start
section .bss
buffer: resb 16
section .text
_start:
  xor eax, eax
  mov edi, 77
  mov rsi, buffer
  mov edx, 16
  syscall
  mov rdx, rax
  mov eax, 1
  mov edi, 1
  mov rsi, buffer
  syscall ; expect: unchecked-syscall-error, syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
