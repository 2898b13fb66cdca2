; strcmp with a buffer that was only partly filled. exit 0
global main
extern malloc, free, strcmp
section .rodata
k: db "key", 0
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov byte [rbx], 'k'
  mov byte [rbx+1], 'e'
  mov rdi, rbx
  mov esi, k
  call strcmp ; expect: uninit-branch
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
