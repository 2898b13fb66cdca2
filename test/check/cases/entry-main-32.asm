; 32 bits: the sum begins with what eax holds when main is entered: its own address, with this libc. exit 6
bits 32
section .text
global main
main:
  mov ecx, 3
.next:
  add eax, ecx
  loop .next
  sub eax, main
  ret ; expect: uninit-value
