; Words written, copied byte by byte; one byte stays garbage. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov word [rbx], 5
  mov byte [rbx+2], 6
  mov eax, [rbx]
  mov [rbx+8], eax
  cmp word [rbx+8], 5
  jne .x
  cmp byte [rbx+10], 6
  jne .x
  cmp byte [rbx+11], 0
  jne .x ; expect: uninit-branch
.x:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
