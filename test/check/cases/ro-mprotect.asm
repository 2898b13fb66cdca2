; A page made read-only with mprotect, then written by stosq. signal SIGSEGV
global _start
section .bss
alignb 4096
page: resb 4096
section .text
_start:
  mov eax, 10
  mov edi, page
  mov esi, 4096
  mov edx, 1
  syscall
  mov edi, page
  xor eax, eax
  stosq ; expect: write-to-readonly
  jmp $
