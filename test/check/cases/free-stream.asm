; A stream is fclose's to give back, not free's. signal SIGABRT
extern fmemopen, free
global main
section .data
text: db "one two", 0
mode: db "r", 0
section .text
main:
  push rbx
  lea rdi, [rel text]
  mov esi, 7
  lea rdx, [rel mode]
  call fmemopen
  mov rdi, rax
  call free ; expect: invalid-free
  xor eax, eax
  pop rbx
  ret
