; The lower half of a register is no frame pointer. exit 0
global _start
section .text
_start:
  call f
  xor edi, edi
  mov eax, 60
  syscall
f:
  push rbp
  xor ebp, ebp
  mov bp, sp
  mov rax, rbp
  pop rbp
  ret
