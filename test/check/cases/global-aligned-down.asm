; A vector stored at a pointer moved down to a multiple of 16: in front of the variable lies another one. exit 0
global _start
section .data
align 16
before: dd 1, 2, 3
buffer: times 32 db 0
section .text
_start:
  mov edi, buffer
  and rdi, -16
  pxor xmm0, xmm0
  movdqa [rdi], xmm0  ; expect: global-overflow-write
  xor edi, edi
  mov eax, 60
  syscall
