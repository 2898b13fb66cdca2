; [label+constant] outside of its variable, in .data and .bss. exit 0
global _start
section .data
first: dd 1, 2, 3
second: dd 4, 5
section .bss
room: resb 16
more: resb 16
section .text
_start:
  mov eax, [first+8]
  mov eax, [first+12] ; expect: global-overflow-read
  mov dword [room+16], 5 ; expect: global-overflow-write
  mov dword [room+14], 5 ; expect: global-overflow-write
  mov eax, [second-4] ; expect: global-overflow-read
  mov eax, 60
  xor edi, edi
  syscall
