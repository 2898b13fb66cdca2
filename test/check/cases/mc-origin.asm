; Garbage from heap, stack, realloc, each decides. exit 0
global main
extern malloc, free, realloc
section .bss
junk: resd 1
section .text
main:
  push rbx
  sub rsp, 16
  mov edi, 40
  call malloc
  mov rbx, rax
  mov eax, [rbx]
  add eax, 1
  cmp eax, 5
  je .a ; expect: uninit-branch
  inc dword [junk]
.a:
  mov rdi, rbx
  mov esi, 80
  call realloc
  mov rbx, rax
  mov eax, [rbx+60]
  imul eax, eax, 3
  cmp eax, 5
  je .b ; expect: uninit-branch
  inc dword [junk]
.b:
  mov eax, [rsp+4]
  shl eax, 2
  cmp eax, 20
  je .c ; expect: uninit-branch
  inc dword [junk]
.c:
  mov rdi, rbx
  call free
  add rsp, 16
  pop rbx
  xor eax, eax
  ret
