; cmov on an undefined condition whose result nobody uses, and one between equal values. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov ecx, 3
  mov edx, 3
  cmp dword [rbx], 10
  cmovl ecx, edx
  cmp ecx, 3
  jne .bad
  cmp dword [rbx+4], 0
  cmove edx, eax
  setl dl
  mov rdi, rbx
  call free
  xor eax, eax
.bad:
  pop rbx
  ret
