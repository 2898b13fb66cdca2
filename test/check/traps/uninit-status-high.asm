; Only bit 8 of main's result is undefined, and an exit status has 8 bits. exit 0
global main
extern malloc, free
section .text
main:
  sub rsp, 24
  mov edi, 8
  call malloc
  mov rdi, rax
  call free
  mov eax, [rsp+4]
  and eax, 1
  xor ecx, ecx
  sub ecx, eax
  and ecx, 0x100
  mov eax, ecx
  add rsp, 24
  ret
