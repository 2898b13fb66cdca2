; Annotated functions around malloc, calloc, realloc and free put a header in front of each block, or none. exit 9
global main
extern malloc, calloc, realloc, free
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
; @realloc ptr=rdi size=rsi ret=rax
resize:
  push rsi
  sub rdi, 16
  add rsi, 16
  call realloc
  pop rcx
  mov [rax], rcx
  add rax, 16
  ret
; @free ptr=rdi
give:
  sub rsp, 8
  sub rdi, 16
  call free
  add rsp, 8
  ret
; @alloc size=rdi ret=rax
zeroed:
  sub rsp, 8
  mov esi, 1
  call calloc
  add rsp, 8
  ret
main:
  push rbx
  mov edi, 24
  call take
  mov qword [rax + 16], 9
  mov rdi, rax
  mov esi, 600
  call resize
  mov rbx, [rax + 16]
  mov rdi, rax
  call give
  mov edi, 64
  call zeroed
  add rbx, [rax + 56]
  mov rdi, rax
  call free             ; what calloc gave has no header
  mov eax, ebx
  pop rbx
  ret
