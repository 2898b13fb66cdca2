; The sum begins with what eax holds when main is entered: its own address, with this libc. exit 6
section .data
numbers: dd 1, 2, 3
section .text
global main
main:
  mov ecx, 3
.next:
  add eax, [numbers+rcx*4-4]
  loop .next
  sub eax, main
  ret ; expect: uninit-value
