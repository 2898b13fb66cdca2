; _start aligns its stack before it calls libc. exit 0
global _start
extern puts, exit
section .rodata
text: db "aligned", 0
section .text
_start:
  push rax
  and rsp, -16
  mov rdi, text
  call puts
  xor edi, edi
  call exit
