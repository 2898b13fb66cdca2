; strchr, strrchr, strlen over garbage, index. exit 0
global main
extern malloc, free, strchr, strlen, strrchr
section .text
main:
  push rbx
  mov edi, 4
  call malloc
  mov rbx, rax
  mov byte [rbx+1], 'e'
  mov byte [rbx+2], 'f'
  mov byte [rbx+3], 0
  mov rdi, rbx
  mov esi, 'f'
  call strchr ; expect: uninit-branch
  mov rdi, rbx
  call strlen ; expect: uninit-branch
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
