; Instructions written as numbers, run through and behind a call. exit 0
global _start
section .text
_start:
  mov eax, 60
  call nothing
  db 0x31, 0xff
  syscall
nothing:
  db 0x90
  ret
