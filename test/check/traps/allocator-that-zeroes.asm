; An annotated allocator zeroes what it hands out, each time, and the arena is unmapped with a block in use. exit 0
global _start
section .bss
arena: resq 1
top_: resq 1
section .text
; @alloc size=rdi ret=rax
take:
  mov rdx, [top_]
  add [top_], rdi
  mov rcx, rdi
  push rdi
  mov rdi, rdx
  xor eax, eax
  rep stosb
  pop rdi
  mov rax, rdx
  ret
; @free ptr=rdi
give:
  mov [top_], rdi
  ret
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 65536
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov [arena], rax
  mov [top_], rax
  mov edi, 48
  call take
  mov qword [rax + 8], 5
  mov rdi, rax
  call give
  mov edi, 48
  call take
  cmp qword [rax + 8], 0
  setne bl
  mov edi, 96
  call take
  add bl, [rax + 95]
  mov eax, 11
  mov rdi, [arena]
  mov esi, 65536
  syscall
  movzx edi, bl
  mov eax, 60
  syscall
