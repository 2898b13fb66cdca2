; Sizes that fit: to the end of a row of lines, of a record, of a block; a text that is only measured. exit 0
global main
extern fgets, fread, snprintf, stdin, malloc, free
section .data
format: db "%d", 0
section .bss
lines:
first: resb 16
second: resb 16
size equ $ - first
point:
.x: resd 1
.y: resd 1
.name: resb 8
buffer: resb 64
section .text
main:
  push rbx
  mov edi, lines
  mov esi, 32
  mov rdx, [stdin]
  call fgets
  mov edi, first
  mov esi, size
  mov rdx, [stdin]
  call fgets
  mov edi, point
  mov esi, 16
  mov edx, 1
  mov rcx, [stdin]
  call fread
  mov edi, buffer + 60
  mov esi, 4
  mov edx, format
  mov ecx, 123456
  xor eax, eax
  call snprintf
  xor edi, edi
  xor esi, esi
  mov edx, format
  mov ecx, 123456
  xor eax, eax
  call snprintf
  mov edi, 100
  call malloc
  mov rbx, rax
  lea rdi, [rbx+4]
  mov esi, 96
  mov rdx, [stdin]
  call fgets
  mov rdi, rbx
  mov esi, 1
  mov rcx, [stdin]
  mov edx, 0
  call fread
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
