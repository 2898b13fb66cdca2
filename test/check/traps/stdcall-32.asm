; The callee takes its arguments from the stack. exit 11
bits 32
global _start
global add_two
section .text
_start:
  push dword 5
  push dword 6
  call add_two
  mov ebx, eax
  mov eax, 1
  int 0x80
add_two:
  push ebp
  mov ebp, esp
  mov eax, [ebp+8]
  add eax, [ebp+12]
  pop ebp
  ret 8
