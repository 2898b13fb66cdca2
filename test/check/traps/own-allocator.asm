; An annotated allocator that keeps headers, links and coalesces inside its arena; its blocks are used as they should. exit 0
global _start
section .bss
arena: resb 4096
top_: resq 1
section .text
_start:
  mov qword [top_], arena
  mov edi, 40
  call take
  mov rbx, rax
  mov ecx, 5
  xor eax, eax
  mov rdi, rbx
  rep stosq
  mov rdi, rbx
  mov esi, 80
  call resize
  mov rbx, rax
  cmp qword [rbx+32], 0
  jne .bad
  mov qword [rbx+72], 1
  mov rdi, rbx
  call give
  mov edi, 40
  call take
  mov qword [rax], 7
  mov rdi, rax
  call give
  xor edi, edi
.out:
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  jmp .out
; @alloc size=rdi ret=rax
take:
  mov rax, [top_]
  mov [rax], rdi
  lea rcx, [rdi+31]
  and rcx, -16
  add [top_], rcx
  add rax, 16
  ret
; @realloc ptr=rdi size=rsi ret=rax
resize:
  push rdi
  mov rdi, rsi
  call take
  pop rsi
  mov rcx, [rsi-16]
  mov rdi, rax
  rep movsb
  ret
; @free ptr=rdi
give:
  mov rax, [rdi-16]
  mov qword [rdi], 0
  ret
