; Reads behind a block, three functions deep; and a leak. exit 0
global main
extern malloc, free
section .text
main:
  sub rsp, 8
  call aaa
  xor eax, eax
  add rsp, 8
  ret ; expect: leak-definite
ddd:
  movzx eax, byte [rdi-1] ; expect: heap-underflow-read
  movzx ecx, byte [rdi+10] ; expect: heap-overflow-read
  add eax, ecx
  ret
ccc:
  sub rsp, 8
  mov edi, 10
  call malloc
  mov rdi, rax
  call ddd
  add rsp, 8
  ret
bbb: jmp ccc
aaa:
  sub rsp, 8
  call bbb
  xor eax, eax
  add rsp, 8
  ret
