; A loop that keeps its pointer on the stack writes over the header behind an annotated allocator's block. exit 0
global main
section .bss
heap: resb 4096
top_: resq 1
keep: resq 1
section .text
; @alloc size=rdi ret=rax
my_malloc:
  mov rax, [top_]
  add rdi, 7
  and rdi, -8
  mov [rax], rdi
  mov qword [rax+8], 1
  lea rcx, [rax+rdi+16]
  mov [top_], rcx
  add rax, 16
  ret
; @free ptr=rdi
my_free:
  mov qword [rdi-8], 0
  ret
main:
  push rbx
  push r12
  sub rsp, 8
  lea rax, [heap]
  mov [top_], rax
  mov edi, 24
  call my_malloc
  mov rbx, rax
  mov [keep], rax
  mov edi, 40
  call my_malloc
  mov r12, rax
  mov qword [rax], 1
  mov rax,[keep]
  mov [rsp],rax
  mov ecx,4
  .l: mov rax,[rsp]
  mov qword [rax],1 ; expect: heap-overflow-write
  add rax,8
  mov [rsp],rax
  dec ecx
  jnz .l
  mov rdi, rbx
  call my_free
  mov rdi, r12
  call my_free
  mov qword [keep], 0
  xor eax, eax
  add rsp, 8
  pop r12
  pop rbx
  ret
