; write of a line whose last bytes were never set. exit 0
bits 32
global _start
section .text
_start:
  sub esp, 12
  mov dword [esp], "abcd"
  mov edx, 8
  mov ecx, esp
  mov ebx, 1
  mov eax, 4
  int 0x80 ; expect: uninit-syscall
  xor ebx, ebx
  mov eax, 1
  int 0x80
