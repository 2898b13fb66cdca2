; posix_memalign and memalign: end of the block, free inside it. exit 0
global main
extern posix_memalign, memalign, free, aligned_alloc
section .bss
p: resq 1
section .text
main:
  push rbx
  mov edi, p
  mov esi, 64
  mov edx, 100
  call posix_memalign
  mov rbx, [p]
  mov byte [rbx+100], 1 ; expect: heap-overflow-write
  mov rdi, rbx
  call free
  mov edi, 4096
  mov esi, 100
  call memalign
  mov rbx, rax
  mov al, [rbx+100] ; expect: heap-overflow-read
  mov al, [rbx-1] ; expect: heap-underflow-read
  mov rdi, rbx
  call free
  mov al, [rbx] ; expect: use-after-free-read
  pop rbx
  xor eax, eax
  ret
