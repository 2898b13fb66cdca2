; strlen with movdqu from the start, then aligned steps, over an argument in .data at the end of the section. exit 0
global _start
section .data
pad: times 9 db 1
msg: db "a text of some length, not aligned", 0
section .text
_start:
  mov rdi, msg
  call slen
  cmp eax, 34
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
slen:
  mov rax, rdi
  and rax, -16
  pxor xmm0, xmm0
  movdqa xmm1, [rax]
  pcmpeqb xmm1, xmm0
  pmovmskb edx, xmm1
  mov ecx, edi
  and ecx, 15
  shr edx, cl
  test edx, edx
  jz .more
  bsf eax, edx
  ret
.more:
  add rax, 16
  movdqa xmm1, [rax]
  pcmpeqb xmm1, xmm0
  pmovmskb edx, xmm1
  test edx, edx
  jz .more
  bsf edx, edx
  add rax, rdx
  sub rax, rdi
  ret
