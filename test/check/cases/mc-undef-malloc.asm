; malloc of a size never set. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  sub rsp, 16
  mov edi, [rsp]
  and edi, 15
  call malloc ; expect: uninit-value
  mov rdi, rax
  call free
  add rsp, 16
  pop rbx
  xor eax, eax
  ret
