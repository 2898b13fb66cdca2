; A value in r10 over a call, another in xmm is none of this rule's. exit 0
global main
extern getpid
section .text
main:
  sub rsp, 8
  mov r11d, 5
  call getpid
  add eax, r11d ; expect: volatile-after-call
  add rsp, 8
  xor eax, eax
  ret
