; A local function gives its result in rbx: its caller knows. exit 5
global _start
section .text
_start:
  call work
  mov edi, ebx
  mov eax, 60
  syscall
work:
  mov ebx, 5 ; kept for the caller
  ret
