; Many blocks; each freed one is written again. exit 0
global main
extern malloc, free
section .bss
blocks: resq 20
section .text
main:
  push rbx
  xor ebx, ebx
.a:
  mov edi, ebx
  call malloc
  mov [blocks+rbx*8], rax
  inc ebx
  cmp ebx, 20
  jb .a
  mov ebx, 1
.b:
  mov rdi, [blocks+rbx*8]
  call free
  mov rax, [blocks+rbx*8]
  mov byte [rax], 7 ; expect: use-after-free-write
  inc ebx
  cmp ebx, 20
  jb .b
  mov rdi, [blocks]
  call free
  pop rbx
  xor eax, eax
  ret
