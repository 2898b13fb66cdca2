; Mended by its quick fix: exit 9
global main
section .text
main:
  mov ebx, 4
  mov r12d, 5
  lea eax, [ebx+r12d]
  ret
