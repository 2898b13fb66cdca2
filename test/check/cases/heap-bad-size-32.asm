; 32-bit: malloc of a negative number of bytes. exit 0
bits 32
global main
extern malloc
section .data
first: dd 40
second: dd 16
section .text
main:
  mov eax, [second]
  sub eax, [first]
  push eax
  call malloc ; expect: bad-size-arg
  add esp, 4
  xor eax, eax
  ret
