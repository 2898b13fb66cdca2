; The second of two buffers of a writev was never filled. exit 0
global _start
section .rodata
head: db "abc", 10
section .text
_start:
  sub rsp, 48
  mov qword [rsp], head
  mov qword [rsp+8], 4
  lea rax, [rsp+32]
  mov [rsp+16], rax
  mov qword [rsp+24], 8
  mov byte [rsp+32], 'x'
  mov eax, 20
  mov edi, 1
  mov rsi, rsp
  mov edx, 2
  syscall ; expect: uninit-syscall
  xor edi, edi
  mov eax, 60
  syscall
