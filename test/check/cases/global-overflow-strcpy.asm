; A text is copied over the end of its variable. exit 0
global main
extern strcpy, memset
section .rodata
text: db "0123456789", 0
section .bss
brief: resb 4
other: resb 16
third: resq 1
section .text
main:
  sub rsp, 8
  mov rdi, brief
  mov rsi, text
  call strcpy ; expect: global-overflow-write
  mov rdi, other
  xor esi, esi
  mov edx, 17
  call memset ; expect: global-overflow-write
  xor eax, eax
  add rsp, 8
  ret
