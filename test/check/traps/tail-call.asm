; One function ends in a jump to another. exit 8
global _start
global first
global second
section .text
_start:
  mov edi, 3
  call first
  mov edi, eax
  mov eax, 60
  syscall
first:
  push rbx
  mov ebx, edi
  lea edi, [rbx+1]
  pop rbx
  jmp second
second:
  lea eax, [rdi*2]
  ret
