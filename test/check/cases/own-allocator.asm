; A bump allocator on .bss, taught by annotations: overflow, use after free, double free and a leak of its blocks. exit 0
global _start
section .bss
arena: resb 4096
next_: resq 1
section .text
_start:
  mov qword [next_], arena
  mov edi, 24
  call take
  mov rbx, rax
  mov edi, 24
  call take
  mov r12, rax
  mov qword [rbx], 1
  mov qword [rbx+24], 2 ; expect: heap-overflow-write
  mov rcx, [r12+8]
  test rcx, rcx
  jz .on ; expect: uninit-branch
.on:
  mov rdi, rbx
  call give
  mov rax, [rbx] ; expect: use-after-free-read
  mov rdi, rbx
  call give ; expect: double-free
  xor r12d, r12d
  xor edi, edi
  mov eax, 60
  syscall ; expect: leak-definite

; @alloc size=rdi ret=rax
take:
  mov rax, [next_]
  add rdi, 31
  and rdi, -16
  add [next_], rdi
  mov qword [rax], 0
  ret

; @free ptr=rdi
give:
  ret
