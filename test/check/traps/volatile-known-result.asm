; After a call: instructions whose result is the same whatever the register held. exit 0
default rel
global main
extern puts
section .rodata
text: db "nothing", 0
section .text
main:
  sub rsp, 8
  lea rdi, [text]
  call puts
  psrldq xmm0, 16
  pslld xmm1, 32
  psrlq xmm2, 64
  psllw xmm3, 16
  psubusb xmm4, xmm4
  psubsw xmm5, xmm5
  paddd xmm0, xmm1
  paddd xmm2, xmm3
  paddd xmm4, xmm5
  paddd xmm0, xmm2
  paddd xmm0, xmm4
  movd eax, xmm0
  and edx, 0
  add eax, edx
  jnz .wrong
  add rsp, 8
  ret
.wrong:
  mov eax, 1
  add rsp, 8
  ret
