; Word reads that lie half outside of a block. exit 0
global main
extern malloc, free, calloc
section .text
main:
  push rbx
  mov edi, 1
  mov esi, 7
  call calloc
  mov rbx, rax
  mov rax, [rbx] ; expect: heap-overflow-read
  mov eax, [rbx+4] ; expect: heap-overflow-read
  mov ax, [rbx+6] ; expect: heap-overflow-read
  mov rdi, rbx
  call free
  mov rax, [rbx] ; expect: use-after-free-read
  pop rbx
  xor eax, eax
  ret
