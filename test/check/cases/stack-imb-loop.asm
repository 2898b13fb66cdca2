; Pushes in a loop, one pop less. signal SIGSEGV
global _start
section .text
_start:
  mov edi, 3
  call f
  mov eax, 60
  xor edi, edi
  syscall
f:
  mov ecx, edi
.l:
  push rcx
  dec ecx
  jnz .l
  pop rax
  pop rax
  ret ; expect: stack-imbalance, null-jump
