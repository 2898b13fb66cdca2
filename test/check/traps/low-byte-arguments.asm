; Only the lowest byte of a character is set where libc takes no more: the rest is what a call has left. exit 2
global main
extern putchar, memset, strchr, exit
section .rodata
text: db "a.b", 0
section .bss
line: resb 8
section .text
main:
  push rbx
  mov edi, 'a'
  call putchar
  mov dil, 10
  call putchar
  lea rdi, [line]
  mov sil, 'x'
  mov edx, 7
  call memset
  lea rdi, [text]
  mov sil, '.'
  call strchr
  sub rax, text
  mov dil, al
  inc dil
  call exit
