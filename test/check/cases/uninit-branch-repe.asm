; repe cmpsb over bytes never set. exit 0
global _start
section .bss
b: resb 8
section .text
_start:
  sub rsp, 16
  mov rsi, rsp
  mov edi, b
  mov ecx, 8
  repe cmpsb ; expect: uninit-branch
  mov eax, 60
  xor edi, edi
  syscall
