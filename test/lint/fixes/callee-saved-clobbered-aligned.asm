; Mended by its quick fix: exit 0
global main
extern puts
section .rodata
s: db "s", 0
section .text
main:
  push rbx
  mov ebx, 2
  mov r13, s
.l:
  mov rdi, r13
  call puts
  dec ebx
  jnz .l
  pop rbx
  xor eax, eax
  ret
