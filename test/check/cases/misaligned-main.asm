; main calls printf without adjusting rsp. exit 0
global main
extern printf
section .rodata
f: db "hello", 10, 0
section .text
main:
  mov edi, f
  xor eax, eax
  call printf ; expect: misaligned-call
  xor eax, eax
  ret
