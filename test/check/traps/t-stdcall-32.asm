; 32-bit: ret 8, cdecl with a shared clean-up, pusha and popa. exit 0
bits 32
global main
extern printf
section .data
f: db "%d %d", 10, 0
section .text
main:
  push ebp
  mov ebp, esp
  push 2
  push 3
  call mul
  pushad
  push eax
  push 5
  push f
  call printf
  push eax
  push 6
  push f
  call printf
  add esp, 24
  popad
  sub eax, 6
  leave
  ret
mul:
  mov eax, [esp+4]
  imul eax, [esp+8]
  ret 8
