; A local and a global: only the local is garbage. exit 0
global main
extern puts
section .bss
g: resd 1
section .rodata
m: db "x", 0
section .text
main:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  cmp dword [g], 0xCAFEBABE
  jne .a
  mov edi, m
  call puts
.a:
  cmp dword [rbp-4], 0xDEADBEEF
  jne .b ; expect: uninit-branch
  mov edi, m
  call puts
.b:
  leave
  xor eax, eax
  ret
