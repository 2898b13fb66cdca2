; A piece of a malloc block is used when the block is gone, and the block is freed once more. signal SIGABRT
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
main:
  push rbx
  mov edi, 256
  call malloc
  mov [pool], rax
  mov [top_], rax
  mov edi, 32
  call take
  mov rbx, rax
  mov qword [rbx], 1
  mov rdi, [pool]
  call free
  mov rax, [rbx] ; expect: use-after-free-read
  mov rdi, [pool]
  call free ; expect: double-free
  xor eax, eax
  pop rbx
  ret
