; A comparison counts its calls in r10, which qsort does not keep for it, and writes to a place by it. exit 0
extern qsort
section .bss
seen: resb 64
section .data
numbers: dd 3, 1, 2
section .text
global main
compare:
  inc r10d
  and r10d, 63
  mov byte [seen+r10], 1 ; expect: uninit-address
  mov eax, [rdi]
  sub eax, [rsi]
  ret
main:
  sub rsp, 8
  mov edi, numbers
  mov esi, 3
  mov edx, 4
  mov ecx, compare
  call qsort
  xor eax, eax
  add rsp, 8
  ret
