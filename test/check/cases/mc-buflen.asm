; getsockname-like: a length pointer that is null; read into null. exit 0
global _start
section .text
_start:
  xor eax, eax
  xor edi, edi
  xor esi, esi
  mov edx, 5
  syscall ; expect: syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
