; printf of a sum with a garbage addend. exit 0
global main
extern printf, malloc
section .rodata
f: db "%d", 10, 0
section .bss
keep: resq 1
section .text
main:
  sub rsp, 8
  mov edi, 8
  call malloc
  mov [keep], rax
  mov esi, [rax]
  add esi, 3
  mov edi, f
  xor eax, eax
  call printf ; expect: uninit-value
  add rsp, 8
  xor eax, eax
  ret ; expect: leak-reachable
