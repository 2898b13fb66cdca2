; A local function uses rbx, which its caller needs. exit 9
global _start
section .text
_start:
  mov ebx, 5
  call work
  mov edi, ebx
  mov eax, 60
  syscall
work:
  mov ebx, 9
  ret ; expect: callee-saved-clobbered
