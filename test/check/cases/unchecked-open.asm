; The descriptor of a failed open is read from. exit 0
global _start
section .data
n: db "/nonexistent", 0
section .bss
b: resb 16
section .text
_start:
  mov eax, 2
  mov edi, n
  xor esi, esi
  syscall
  mov rdi, rax
  xor eax, eax
  mov esi, b
  mov edx, 16
  syscall ; expect: unchecked-syscall-error
  mov eax, 60
  xor edi, edi
  syscall
