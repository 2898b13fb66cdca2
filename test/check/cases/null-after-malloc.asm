; malloc of far too much fails; its result is written through. signal SIGSEGV
global main
extern malloc
section .text
main:
  push rbx
  mov rdi, 0x100000000000
  call malloc
  mov byte [rax], 1 ; expect: null-deref
  pop rbx
  ret
