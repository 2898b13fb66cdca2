; The count comes from a variable on the stack that nobody set. exit 0
global _start
section .rodata
text: db "0123456789abcdef"
section .text
_start:
  sub rsp, 16
  mov edx, [rsp+4]
  and edx, 7
  mov eax, 1
  mov edi, 1
  mov esi, text
  syscall ; expect: uninit-syscall
  xor edi, edi
  mov eax, 60
  syscall
