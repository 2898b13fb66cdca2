; Doubles saved around calls; xmm0 is a result of sqrt; xmm registers set anew after a call. exit 0
global main
extern sqrt, printf
section .rodata
two: dq 2.0
f: db "%.3f", 10, 0
section .text
main:
  sub rsp, 24
  movsd xmm1, [two]
  movsd [rsp+8], xmm1
  movsd xmm0, [two]
  call sqrt
  mulsd xmm0, [rsp+8]
  mov edi, f
  mov eax, 1
  call printf
  mov ecx, 3
  cvtsi2sd xmm1, ecx
  movsd xmm0, [rsp+8]
  addsd xmm0, xmm1
  xorps xmm2, xmm2
  addsd xmm0, xmm2
  cvttsd2si eax, xmm0
  sub eax, 5
  add rsp, 24
  ret
