; Copies a record of several labels in one go, and reads the end of .bss by its end label. exit 0
global _start
section .data
from: dq 1
from_rest: dq 2
section .bss
target: resq 2
target_end: resq 1
section .text
_start:
  mov rsi, from
  mov rdi, target
  mov ecx, 16
  rep movsb
  mov rax, [target_end-8]
  lea rdi, [rax-2]
  mov eax, 60
  syscall
