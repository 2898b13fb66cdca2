; Sixteen bytes are written, five were set. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov dword [rsp], "Hell"
  mov byte [rsp+4], 10
  mov eax, 1
  mov edi, 1
  mov rsi, rsp
  mov edx, 16
  syscall ; expect: uninit-syscall
  xor edi, edi
  mov eax, 60
  syscall
