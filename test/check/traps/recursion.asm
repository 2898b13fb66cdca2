; A recursive function with saved registers. exit 120
global _start
global factorial
section .text
_start:
  mov edi, 5
  call factorial
  mov edi, eax
  mov eax, 60
  syscall
factorial:
  push rbx
  mov ebx, edi
  mov eax, 1
  cmp edi, 1
  jbe .end
  lea edi, [rbx-1]
  call factorial
  imul eax, ebx
.end:
  pop rbx
  ret
