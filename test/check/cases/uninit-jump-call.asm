; call through a register that holds half of an address. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov ecx, [rbx]
  and ecx, 1
  lea rdx, [rel even]
  lea rax, [rdx+rcx*8]
  sub rax, rcx
  sub rax, rcx
  sub rax, rcx
  sub rax, rcx
  sub rax, rcx
  sub rax, rcx
  sub rax, rcx
  sub rax, rcx
  call rax ; expect: uninit-jump
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
even:
  ret
