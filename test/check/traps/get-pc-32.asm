; call to the next instruction, to learn where the code stands. exit 5
bits 32
global _start
section .text
_start:
  call .here
.here:
  pop ebx
  lea eax, [ebx+value-.here]
  mov ebx, [eax]
  mov eax, 1
  int 0x80
value: dd 5
