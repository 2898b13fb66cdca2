; The kernel may write 64 bytes into 16; the input is short this time. exit 0
; input: hi
global _start
section .text
_start:
  call ask
  xor edi, edi
  mov eax, 60
  syscall
ask:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  xor eax, eax
  xor edi, edi
  lea rsi, [rbp-16]
  mov edx, 64
  syscall ; expect: stack-buffer-overflow-write
  leave
  ret
