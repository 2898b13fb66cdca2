; A table in .bss keeps its blocks. exit 0
global main
extern malloc, strdup
section .rodata
n: db "name", 0
section .bss
table: resq 4
section .text
main:
  push rbx
  xor ebx, ebx
.more:
  mov edi, n
  call strdup
  mov [table+rbx*8], rax
  inc ebx
  cmp ebx, 3
  jb .more
  pop rbx
  xor eax, eax
  ret ; expect: leak-reachable
