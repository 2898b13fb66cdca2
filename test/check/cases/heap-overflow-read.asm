; Reads behind a calloc'ed block, a little and a little more. exit 0
global main
extern calloc, free
section .text
main:
  push rbx
  mov edi, 4
  mov esi, 8
  call calloc
  mov rbx, rax
  mov rcx, [rbx+28] ; expect: heap-overflow-read
  movzx ecx, byte [rbx+32] ; expect: heap-overflow-read
  movzx ecx, byte [rbx+31]
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
