; Structures are copied with their padding and never used; registers are saved undefined.  exit 0
global main
extern malloc, free, memcpy
section .text
main:
  push rbx
  push r12
  sub rsp, 40
  mov edi, 24
  call malloc
  mov rbx, rax
  mov byte [rbx], 1
  mov dword [rbx+4], 2
  mov rax, [rbx]
  mov [rsp], rax
  movdqu xmm0, [rbx+8]
  movdqu [rsp+8], xmm0
  mov rsi, rbx
  mov rdi, rsp
  mov ecx, 3
  rep movsq
  mov edi, 24
  call malloc
  mov r12, rax
  mov rdi, r12
  mov rsi, rbx
  mov edx, 24
  call memcpy
  cmp byte [r12], 1
  jne .bad
  cmp dword [r12+4], 2
  jne .bad
  cmp byte [rsp], 1
  jne .bad
  mov rdi, rbx
  call free
  mov rdi, r12
  call free
  xor eax, eax
.bad:
  add rsp, 40
  pop r12
  pop rbx
  ret
