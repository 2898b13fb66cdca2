; What the kernel looks at only for some operations may be anything for the others. exit 0
global _start
section .data
word_: dd 0
section .text
_start:
  mov eax, 202 ; futex
  mov edi, word_
  mov esi, 1 ; FUTEX_WAKE
  mov edx, 1
  mov r10d, 33
  syscall
  mov eax, 202
  mov edi, word_
  mov esi, 3 ; FUTEX_REQUEUE: r10 is a number
  mov edx, 1
  mov r10d, 8
  mov r8d, word_
  syscall
  mov eax, 1
  mov edi, 1
  mov esi, 7
  xor edx, edx
  syscall
  mov eax, 7 ; poll
  mov edi, 9
  xor esi, esi
  xor edx, edx
  syscall
  mov eax, 115 ; getgroups
  xor edi, edi
  mov esi, 9
  syscall
  mov edi, eax
  shr edi, 31
  mov eax, 60
  syscall
