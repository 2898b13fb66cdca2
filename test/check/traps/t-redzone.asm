; A leaf keeps its locals in the red zone, through rbp and through a pointer. exit 0
global _start
section .text
_start:
  mov edi, 5
  call leaf
  mov edi, eax
  sub edi, 15
  mov eax, 60
  syscall
leaf:
  push rbp
  mov rbp, rsp
  mov [rbp-20], edi
  mov dword [rbp-4], 0
  lea rax, [rbp-40]
  mov [rbp-16], rax
  mov rax, [rbp-16]
  mov dword [rax], 0
.l:
  mov eax, [rbp-20]
  add [rbp-4], eax
  mov rax, [rbp-16]
  inc dword [rax]
  dec dword [rbp-20]
  jnz .l
  mov eax, [rbp-4]
  pop rbp
  ret
