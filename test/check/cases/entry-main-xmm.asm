; The sum begins with what xmm0 holds when main is entered: nobody has cleared it. exit 0
extern printf
section .rodata
format: db "%.1f", 10, 0
numbers: dq 1.0, 2.0
section .text
global main
main:
  sub rsp, 8
  addsd xmm0, [numbers]
  addsd xmm0, [numbers+8]
  mov edi, format
  mov eax, 1
  call printf ; expect: uninit-value
  xor eax, eax
  add rsp, 8
  ret
