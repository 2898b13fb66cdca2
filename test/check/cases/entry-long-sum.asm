; A sum that begins with what r10 holds when main is entered, over 2,000 rounds in which it is saved as well. exit 0
section .text
global main
main:
  mov edx, 2000
.next:
  add r10d, 3
  push r10
  pop r10
  mov r11b, 1
  dec edx
  jnz .next
  test r10d, r10d
  jz .done ; expect: uninit-branch
  nop
.done:
  xor eax, eax
  ret
