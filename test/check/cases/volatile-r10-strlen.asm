; r10 and r8 after strlen. exit 0
global main
extern strlen
section .rodata
m: db "x", 0
section .bss
o: resq 1
section .text
main:
  sub rsp, 8
  mov r10d, 4
  mov edi, m
  call strlen
  add rax, r10 ; expect: volatile-after-call
  mov [o], rax
  add rsp, 8
  xor eax, eax
  ret
