; An annotated allocator hands out pieces of a malloc block, which is freed as a whole, with one piece still in use. exit 7
global main
extern malloc, free
section .bss
pool: resq 1
top_: resq 1
section .text
; @alloc size=rdi ret=rax
take:
  mov rax, [top_]
  add rdi, 15
  and rdi, -16
  add [top_], rdi
  ret
; @free ptr=rdi
give:
  mov rcx, [top_]
  mov [rdi], rcx
  ret
main:
  push rbx
  mov edi, 256
  call malloc
  mov [pool], rax
  mov [top_], rax
  mov edi, 24
  call take
  mov rbx, rax
  mov edi, 40
  call take
  mov qword [rax + 32], 7
  mov rdi, rbx
  mov rbx, rax
  call give
  mov rbx, [rbx + 32]
  mov rdi, [pool]
  call free
  mov eax, ebx
  pop rbx
  ret
