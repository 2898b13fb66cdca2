; A mapping without PROT_EXEC is jumped into. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov byte [rax], 0xc3
  jmp rax ; expect: exec-nonexec
