; Blocks with a header of the program's own: given back twice, and to libc's free without its header. signal SIGABRT
global main
extern malloc, free
section .text
; @alloc size=rdi ret=rax
take:
  push rdi
  add rdi, 16
  call malloc
  pop rcx
  mov [rax], rcx
  add rax, 16
  ret
; @free ptr=rdi
give:
  mov qword [rdi - 16], 0
  ret
main:
  push rbx
  mov edi, 24
  call take
  mov rbx, rax
  mov rdi, rbx
  call give
  mov rdi, rbx
  call give ; expect: double-free
  lea rdi, [rbx - 16]
  call free
  mov edi, 24
  call take
  mov rbx, rax
  mov rdi, rbx
  call free ; expect: invalid-free
  xor eax, eax
  pop rbx
  ret
