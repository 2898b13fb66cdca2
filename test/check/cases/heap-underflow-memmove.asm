; memcpy from before a block; std movsb that writes in front of one. signal SIGABRT
global main
extern malloc, free, memmove
section .bss
tmp: resb 16
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov qword [rbx], 1
  mov qword [rbx+8], 2
  mov edi, tmp
  lea rsi, [rbx-4]
  mov edx, 8
  call memmove ; expect: heap-underflow-read
  std
  lea rdi, [rbx+3]
  mov al, '*'
  mov ecx, 5
  rep stosb ; expect: heap-underflow-write
  cld
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
