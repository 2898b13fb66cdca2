; A function that is not annotated walks over the headers between an annotated allocator's blocks. exit 3
global _start
section .bss
heap: resq 1
top_: resq 1
cnt: resq 1
section .text
; @alloc size=rdi ret=rax
my_malloc:
  mov rax, [top_]
  add rdi, 15
  and rdi, -16
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
count_live:
  mov rcx, [heap]
  xor eax, eax
.l:
  cmp rcx, [top_]
  jae .d
  add rax, [rcx+8]
  mov rdx, [rcx]
  lea rcx, [rcx+rdx+16]
  jmp .l
.d:
  ret
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 34
  mov r8, -1
  xor r9d, r9d
  syscall
  mov [heap], rax
  mov [top_], rax
  mov edi, 24
  call my_malloc
  mov rbx, rax
  mov qword [rbx], 1
  mov edi, 40
  call my_malloc
  mov r12, rax
  mov qword [rax], 1
  call count_live
  mov r13, rax
  mov rdi, rbx
  call my_free
  call count_live
  add r13, rax
  mov rdi, r12
  call my_free
  call count_live
  lea rdi, [r13+rax]
  mov eax, 60
  syscall
