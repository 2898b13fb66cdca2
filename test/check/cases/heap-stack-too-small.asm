; A recursion on a stack from malloc, which is too small for it, writes below it and into the block in front. exit 30
global main
extern malloc
section .bss
kept: resq 1
first: resq 1
stack: resq 1
section .text
deep:
  test edi, edi
  jz .end
  push rdi ; expect: heap-underflow-write
  dec edi
  call deep ; expect: heap-underflow-write
  pop rdi ; expect: heap-underflow-read
  add eax, 2
  ret ; expect: heap-underflow-read
.end:
  xor eax, eax
  ret
main:
  push rbx
  mov edi, 400
  call malloc
  mov [first], rax
  mov edi, 192
  call malloc
  mov [stack], rax
  mov [kept], rsp
  lea rsp, [rax + 192]
  mov edi, 15
  call deep
  mov rsp, [kept]
  pop rbx
  ret ; expect: leak-reachable
