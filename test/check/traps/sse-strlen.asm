; An aligned 16-byte read covers the text and what follows it in its block. exit 3
global _start
section .data
align 16
text: db "abc", 0
section .text
_start:
  mov rdi, text
  pxor xmm0, xmm0
  pcmpeqb xmm0, [rdi]
  pmovmskb eax, xmm0
  bsf edi, eax
  mov eax, 60
  syscall
