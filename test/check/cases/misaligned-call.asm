; main calls without aligning the stack. exit 0
global main
extern puts
section .rodata
text: db "hello", 0
section .text
main:
  mov edi, text
  call puts ; expect: misaligned-call
  xor eax, eax
  ret
