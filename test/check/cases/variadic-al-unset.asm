; Nobody has set al where main begins, and free returns nothing. exit 0
global main
extern printf, free
section .rodata
text: db "text", 10, 0
number: db "%.1f", 10, 0
half: dq 0.5
section .text
main:
  sub rsp, 8
  mov edi, text
  call printf ; expect: variadic-al
  xor edi, edi
  call free
  mov edi, number
  movsd xmm0, [half]
  call printf ; expect: variadic-al
  add rsp, 8
  xor eax, eax
  ret
