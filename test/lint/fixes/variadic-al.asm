; Mended by its quick fix: exit 7
extern printf
global main
section .data
format: db "%.2f %d", 10, 0
half: dq 0.5
section .text
main:
  sub rsp, 8
  mov rdi, format
  mov esi, 7
  movsd xmm0, [half]
  xor eax, eax
  call printf
  add rsp, 8
  ret
