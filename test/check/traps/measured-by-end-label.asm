; A record whose fields have labels of their own, and whose size a constant gives by its end label, is copied word by word. exit 0
global _start
section .data
kind: db 1
x: dd 1
y: dd 2
name: db "abcdefgh"
weight: dq 7
record_end:
RECORD_BYTES equ record_end - x
next: db 5
section .bss
copy: resb RECORD_BYTES
section .text
_start:
  mov rax, [x]
  mov [copy], rax
  mov rax, [x + 8]
  mov [copy + 8], rax
  mov rax, [x + 16]
  mov [copy + 16], rax
  mov edi, [copy + 16]
  sub edi, [weight]
  mov eax, 60
  syscall
