; The entry point stands behind `section .data`. signal SIGSEGV
global _start
section .data
text: db "hello", 10
_start:
  mov eax, 1 ; expect: exec-nonexec
  mov edi, 1
  mov rsi, text
  mov edx, 6
  syscall
  mov eax, 60
  xor edi, edi
  syscall
