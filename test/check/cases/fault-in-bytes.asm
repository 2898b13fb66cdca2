; An instruction written as bytes faults where it stands. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 1
  nop
  db 0x48, 0x8b, 0x04, 0x25 ; expect: null-deref
  dd 16
  mov eax, 60
  syscall
