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
  pop r12
  pop rbx
  ret
_start:
  mov ebx, 7
  call sum
  mov edi, eax
  cmp ebx, 7
  je .end
  inc edi
.end:
  mov eax, 60
  syscall
