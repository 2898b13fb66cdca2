; The same with the loop that everybody writes first. exit 0
global main
extern putchar
section .text
main:
  push rbx
  mov ecx, 1
.next:
  mov edi, '.'
  call putchar
  loop .done ; expect: volatile-after-call
.done:
  pop rbx
  xor eax, eax
  ret
