; A pointer kept at an odd address. exit 0
global main
extern malloc
section .bss
head: resb 1
slot: resb 8
section .text
main:
  sub rsp, 8
  mov edi, 5
  call malloc
  mov [slot], rax
  xor eax, eax
  add rsp, 8
  ret ; expect: leak-reachable
