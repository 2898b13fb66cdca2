; fgets is told of more room than the block has. exit 0
; input: a line that is quite long\n
global main
extern malloc, free, fgets, stdin
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov rdi, rbx
  mov esi, 64
  mov rdx, [stdin]
  call fgets ; expect: heap-overflow-write
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
