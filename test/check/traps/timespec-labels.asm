; A structure of two labels, given to the kernel as one; a long read into a buffer that ends with its section. exit 0
; input: x
global _start
section .data
pause:
seconds: dq 0
nanoseconds: dq 1000
section .bss
buffer: resb 64
buffer_size equ $ - buffer
section .text
_start:
  mov eax, 35
  mov rdi, pause
  xor esi, esi
  syscall
  xor eax, eax
  xor edi, edi
  mov rsi, buffer
  mov edx, buffer_size
  syscall
  mov eax, 60
  xor edi, edi
  syscall
