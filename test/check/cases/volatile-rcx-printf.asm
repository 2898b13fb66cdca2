; The counter in ecx does not survive printf. exit 0
global main
extern printf
section .rodata
f: db "%d", 10, 0
section .text
main:
  push rbx
  mov ecx, 2
  mov edi, f
  mov esi, ecx
  xor eax, eax
  call printf
  dec ecx ; expect: volatile-after-call
  pop rbx
  xor eax, eax
  ret
