; A local text without its zero byte is printed as far as the saved registers. exit 0
global main
extern puts
section .text
main:
  push rbp
  mov rbp, rsp
  mov rax, "abcdefgh"
  sub rsp, 16
  mov [rsp], rax
  mov [rsp+8], rax
  mov rdi, rsp
  call puts ; expect: stack-buffer-overflow-read
  leave
  xor eax, eax
  ret
