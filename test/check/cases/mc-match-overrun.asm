; A pattern matcher looks behind the text's end. exit 0
global main
extern malloc, free, strcpy
section .rodata
t: db "ab", 0
section .text
main:
  push rbx
  mov edi, 3
  call malloc
  mov rbx, rax
  mov rdi, rax
  mov esi, t
  call strcpy
  mov rcx, rbx
.m:
  mov al, [rcx] ; expect: heap-overflow-read
  inc rcx
  lea rdx, [rbx+3]
  cmp rcx, rdx
  jbe .m
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
