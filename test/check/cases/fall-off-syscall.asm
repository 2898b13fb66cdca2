; The program forgets its exit: write comes back and execution runs on. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 1
  mov edi, 1
  mov rsi, text
  mov edx, 3
  syscall ; expect: fall-off-end
section .data
text: db "hi", 10
