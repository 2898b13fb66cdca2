; The kernel fills exactly the local buffer. exit 4
; input: AAAABBBB
global _start
section .text
_start:
  call work
  mov edi, eax
  mov eax, 60
  syscall
work:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  xor eax, eax
  xor edi, edi
  lea rsi, [rbp-16]
  mov edx, 4
  syscall
  leave
  ret
