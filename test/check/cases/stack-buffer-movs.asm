; rep movsq copies three words into room for two. exit 0
global _start
section .rodata
words_: dq 1, 2, 3
section .text
_start:
  call copy
  xor edi, edi
  mov eax, 60
  syscall
copy:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov rsi, words_
  lea rdi, [rbp-16]
  mov ecx, 3
  rep movsq ; expect: stack-buffer-overflow-write
  leave
  ret
