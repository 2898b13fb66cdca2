; One byte too many: the lowest byte of the saved rbp becomes zero. exit 0
global _start
section .text
_start:
  mov ebp, 0x12345678
  call work
  xor edi, edi
  mov eax, 60
  syscall
work:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov rcx, 16
  mov byte [rbp], 0 ; expect: saved-frame-overwritten
  mov rsp, rbp
  pop rbp
  ret
