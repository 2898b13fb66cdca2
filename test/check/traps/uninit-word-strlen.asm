; strlen by words over an uninitialised tail, with the carry trick. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov dword [rbx], "abcd"
  mov byte [rbx+4], 0
  mov rax, [rbx]
  mov rdx, 0x0101010101010101
  mov rcx, rax
  sub rcx, rdx
  not rax
  and rcx, rax
  mov rdx, 0x8080808080808080
  and rcx, rdx
  bsf rcx, rcx
  shr ecx, 3
  cmp ecx, 4
  jne .bad
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
.bad:
  mov eax, 1
  pop rbx
  ret
