; %ld stores eight bytes into a variable of four. exit 0
; input: 5
global main
extern scanf
section .rodata
format: db "%ld", 0
section .bss
number: resd 1
other: resd 1
section .text
main:
  sub rsp, 8
  mov rdi, format
  mov rsi, number
  xor eax, eax
  call scanf ; expect: global-overflow-write
  xor eax, eax
  add rsp, 8
  ret
