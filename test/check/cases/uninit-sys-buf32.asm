; 32-bit: write of a stack buffer that was half filled. exit 0
bits 32
global _start
section .text
_start:
  sub esp, 16
  mov dword [esp], 'abcd'
  mov dword [esp+4], 'efgh'
  mov eax, 4
  mov ebx, 1
  mov ecx, esp
  mov edx, 9
  int 0x80 ; expect: uninit-syscall
  mov eax, 1
  xor ebx, ebx
  int 0x80
