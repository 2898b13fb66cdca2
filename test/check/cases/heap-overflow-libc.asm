; strcpy, memset and strlen run past a block on behalf of the program. exit 0
global main
extern malloc, free, strcpy, memset, strlen
section .rodata
text: db "sixteen letters!", 0
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov rdi, rbx
  mov esi, text
  call strcpy ; expect: heap-overflow-write
  mov rdi, rbx
  call strlen ; expect: heap-overflow-read
  mov rdi, rbx
  mov esi, 'x'
  mov edx, 17
  call memset ; expect: heap-overflow-write
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
