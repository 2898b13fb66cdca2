; strlen(NULL) from a failed getenv. signal SIGSEGV
global main
extern getenv, strlen
section .rodata
n: db "NO_SUCH_NAME", 0
section .text
main:
  sub rsp, 8
  mov edi, n
  call getenv
  mov rdi, rax
  call strlen ; expect: null-deref
  add rsp, 8
  ret
