; A function of doubles keeps all registers that may hold one, as a call of libc has left them, and sums the given ones. exit 3
global main
extern puts
section .rodata
hello: db "hello", 0
one: dq 1.0
two: dq 2.0
section .text
sum:                       ; edi: how many, in xmm0 to xmm3
  sub rsp, 32
  movsd [rsp], xmm0
  movsd [rsp + 8], xmm1
  movsd [rsp + 16], xmm2
  movsd [rsp + 24], xmm3
  xorpd xmm0, xmm0
  xor ecx, ecx
.next:
  addsd xmm0, [rsp + rcx * 8]
  inc ecx
  cmp ecx, edi
  jb .next
  add rsp, 32
  ret
main:
  sub rsp, 8
  lea rdi, [hello]
  call puts
  movsd xmm0, [one]
  movsd xmm1, [two]
  mov edi, 2
  call sum
  cvttsd2si eax, xmm0
  add rsp, 8
  ret
