; 32-bit main uses ebx and edi. exit 0
bits 32
global main
section .text
main:
  mov ebx, 1
  lea edi, [ebx+5]
  xor eax, eax
  ret ; expect: callee-saved-clobbered
