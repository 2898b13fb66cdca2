; Lines are read into one buffer and printed; only what was read is used. exit 0
; input: one\n
global _start
section .bss
buf: resb 64
section .text
_start:
  xor eax, eax
  xor edi, edi
  mov esi, buf
  mov edx, 64
  syscall
  test rax, rax
  jle .end
  mov rdx, rax
  mov eax, 1
  mov edi, 1
  mov esi, buf
  syscall
.end:
  xor edi, edi
  mov eax, 60
  syscall
