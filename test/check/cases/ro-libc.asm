; strcat onto a constant text. signal SIGSEGV
global main
extern strcat
section .rodata
a: db "abc", 0, 0, 0, 0, 0
b: db "d", 0
section .text
main:
  sub rsp, 8
  mov edi, a
  mov esi, b
  call strcat ; expect: write-to-readonly
  jmp $
