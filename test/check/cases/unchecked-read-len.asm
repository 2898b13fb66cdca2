; The result of a failed read is the length of write. exit 0
global _start
section .bss
b: resb 16
section .text
_start:
  xor eax, eax
  mov edi, 77
  mov esi, b
  mov edx, 16
  syscall
  mov rdx, rax
  mov eax, 1
  mov edi, 1
  mov esi, b
  syscall ; expect: unchecked-syscall-error, syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
