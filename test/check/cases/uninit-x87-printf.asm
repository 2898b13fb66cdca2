; A sum with an element that was never set is rounded and printed; 32-bit. exit 0
bits 32
global main
extern printf
section .rodata
f: db "%d", 10, 0
two: dd 2.0
section .text
main:
  push ebp
  mov ebp, esp
  sub esp, 24
  fld dword [two]
  fadd dword [ebp-4]
  fistp dword [ebp-8]
  push dword [ebp-8]
  push f
  call printf ; expect: uninit-value
  leave
  xor eax, eax
  ret
