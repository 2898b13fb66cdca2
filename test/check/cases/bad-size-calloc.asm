; The product of calloc's arguments does not fit. exit 1
global main
extern calloc
section .text
main:
  sub rsp, 8
  mov rdi, 0x4000000000000001
  mov esi, 8
  call calloc ; expect: bad-size-arg
  test rax, rax
  sete al
  movzx eax, al
  add rsp, 8
  ret
