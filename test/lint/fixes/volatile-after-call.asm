; Mended by its quick fix: exit 6
extern putchar
global main
section .text
main:
  push rbx
  mov ecx, 3
  xor ebx, ebx
.again:
  mov edi, 'a'
  call putchar
  add ebx, 2
  dec ecx
  jnz .again
  mov eax, ebx
  pop rbx
  ret
