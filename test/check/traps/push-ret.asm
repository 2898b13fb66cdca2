; ret as a jump to a pushed address. exit 4
global _start
section .text
_start:
  mov rax, there
  push rax
  ret
  ud2
there:
  call work
  mov edi, eax
  mov eax, 60
  syscall
work:
  push rbx
  mov ebx, 4
  mov eax, ebx
  pop rbx
  push inner
  ret
inner:
  ret
