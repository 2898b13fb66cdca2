; Fields of a byte are set one after the other; the rest of the byte is never looked at. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 4
  call malloc
  mov rbx, rax
  and byte [rbx], 0xf8
  or byte [rbx], 5
  mov al, [rbx]
  and al, 7
  cmp al, 5
  jne .bad
  and byte [rbx], 0x07
  or byte [rbx], 0x48
  mov al, [rbx]
  cmp al, 0x4d
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
