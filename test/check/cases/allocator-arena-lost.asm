; Of a malloc block with pieces, one piece is not given back; then all are, and the block itself is lost. exit 0
global main
extern malloc, free
section .bss
pool: resq 1
top_: resq 1
section .text
; @alloc size=rdi ret=rax
take:
  mov rax, [top_]
  add [top_], rdi
  ret
; @free ptr=rdi
give:
  ret
make:
  sub rsp, 8
  mov edi, 256
  call malloc
  mov [pool], rax
  mov [top_], rax
  add rsp, 8
  ret
main:
  sub rsp, 8
  call make
  mov edi, 32
  call take
  mov rdi, rax
  call give
  mov edi, 64
  call malloc
  mov [pool], rax
  mov [top_], rax
  mov edi, 48
  call take
  xor eax, eax
  mov [pool], rax
  mov [top_], rax
  add rsp, 8
  ret ; expect: leak-definite
