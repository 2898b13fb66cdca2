; Mended by its quick fix: exit 6
global _start
section .text
sum:
  push rbx
  push r12
  sub rsp, 16
  mov ebx, 2
  mov r12d, 4
  mov [rsp], ebx
  lea eax, [ebx+r12d]
  ret
_start:
  call sum
  mov edi, eax
  mov eax, 60
  syscall
