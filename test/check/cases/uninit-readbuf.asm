; Bytes behind what read has returned are looked at. exit 0
; input: abc
global _start
section .text
_start:
  sub rsp, 32
  xor eax, eax
  xor edi, edi
  mov rsi, rsp
  mov edx, 32
  syscall
  cmp byte [rsp+2], 'c'
  jne .x
  cmp byte [rsp+3], 10
  je .x ; expect: uninit-branch
.x:
  mov eax, 60
  xor edi, edi
  syscall
