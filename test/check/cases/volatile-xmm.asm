; A double kept in xmm1 across a call. exit 0
global main
extern puts
section .rodata
m: db "x", 0
one: dq 1.0
section .bss
r: resq 1
section .text
main:
  sub rsp, 8
  movsd xmm1, [one]
  mov edi, m
  call puts
  addsd xmm1, [one] ; expect: volatile-after-call
  movsd [r], xmm1
  add rsp, 8
  xor eax, eax
  ret
