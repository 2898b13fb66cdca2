; 32-bit: mmap2 fails, its result is used. signal SIGSEGV
bits 32
global _start
section .text
_start:
  mov eax, 192
  xor ebx, ebx
  xor ecx, ecx
  mov edx, 3
  mov esi, 0x22
  mov edi, -1
  xor ebp, ebp
  int 0x80 ; expect: syscall-args
  mov dword [eax], 1 ; expect: unchecked-syscall-error
  jmp $
