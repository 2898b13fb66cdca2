; Registers that nobody has set when main is entered, in instructions whose result does not depend on them. exit 0
extern printf
section .rodata
format: db "%d %.1f", 10, 0
section .text
global main
main:
  push rax
  xor r8, r8
  sub r9, r9
  and r10, 0
  or r11, -1
  sbb ecx, ecx
  and ecx, 0
  pxor xmm0, xmm0
  pcmpeqd xmm1, xmm1
  xorps xmm2, xmm2
  cvtsi2sd xmm0, edi
  sqrtsd xmm3, xmm0
  movd xmm4, r8d
  lea esi, [r8+r9]
  add esi, r10d
  add esi, ecx
  mov edi, format
  mov al, 1
  call printf
  pop rcx
  xor eax, eax
  ret
