; rep movsb copies the text and four bytes more into a block made for the text. exit 0
global main
extern malloc
extern free
section .data
text db "twelve bytes", 0
len equ $ - text
pad dd 7
section .text
main:
  push rbp
  mov rbp, rsp
  push r12
  sub rsp, 8
  mov rdi, len
  call malloc
  mov r12, rax
  mov rdi, rax
  mov rsi, text
  mov rcx, len + 4
  rep movsb ; expect: global-overflow-read, heap-overflow-write
  mov rdi, r12
  call free
  add rsp, 8
  pop r12
  xor eax, eax
  leave
  ret
