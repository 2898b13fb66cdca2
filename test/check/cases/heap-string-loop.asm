; A loop that copies a text into a block made by strlen without its zero byte. exit 0
global main
extern malloc, free, strlen
section .rodata
t: db "some text", 0
section .text
main:
  push rbx
  mov edi, t
  call strlen
  mov rdi, rax
  call malloc
  mov rbx, rax
  mov rdi, rax
  mov rsi, t
.c:
  mov al, [rsi]
  mov [rdi], al ; expect: heap-overflow-write
  inc rsi
  inc rdi
  test al, al
  jnz .c
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
