; The null is the program's own number: that a function has returned 0 before explains nothing. signal SIGSEGV
global main
extern getenv
section .data
name: db "NO SUCH NAME",0
section .text
main: push rbx
  mov edi,name
  call getenv
  mov eax,[abs 0] ; expect: null-deref
  pop rbx
  ret
