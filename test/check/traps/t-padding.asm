; A record with padding is copied by words and by rep movsd, and compared field by field. exit 0
global main
extern malloc, free, memcpy
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 24
  call malloc
  mov rbx, rax
  mov edi, 24
  call malloc
  mov r12, rax
  mov byte [rbx], 1
  mov qword [rbx+8], 2
  mov word [rbx+16], 3
  mov rdi, r12
  mov rsi, rbx
  mov edx, 24
  call memcpy
  mov rsi, rbx
  mov rdi, r12
  mov ecx, 6
  rep movsd
  mov al, [r12]
  cmp al, 1
  jne .x
  cmp word [r12+16], 3
  jne .x
.x:
  mov rdi, rbx
  call free
  mov rdi, r12
  call free
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
