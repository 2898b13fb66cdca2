; Behind calls of libc the flags are set before anybody asks for them, on every way. exit 0
extern strlen
section .rodata
text: db "abc", 0
section .text
global main
main:
  push rbx
  mov edi, text
  call strlen
  test rax, rax
  jz .empty
  mov edi, text
  call strlen
  mov ebx, 3
.next:
  dec ebx
  jnz .next
  mov edi, text
  call strlen
  jmp .on
.empty:
  nop
.on:
  cmp eax, 3
  setne al
  movzx eax, al
  pop rbx
  ret
