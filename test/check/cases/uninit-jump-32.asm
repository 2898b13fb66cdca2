; 32-bit: a jump through a local that was never set. signal SIGSEGV
bits 32
global _start
section .text
_start:
  sub esp, 16
  jmp [esp+4] ; expect: uninit-jump, null-jump
