; A size that became negative. exit 1
global main
extern malloc
section .text
main:
  sub rsp, 8
  mov edi, 4
  sub rdi, 8
  call malloc ; expect: bad-size-arg
  test rax, rax
  sete al
  movzx eax, al
  add rsp, 8
  ret
