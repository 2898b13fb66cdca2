; A function reads its local before writing it: what it finds was left by the function called before. exit 0
global _start
section .text
_start:
  call first
  call second
  xor edi, edi
  mov eax, 60
  syscall
first:
  sub rsp, 24
  mov qword [rsp+8], 12345
  mov rax, [rsp+8]
  add rsp, 24
  ret
second:
  sub rsp, 24
  mov rax, [rsp+8]
  cmp rax, 12345
  jne .other ; expect: uninit-branch
  nop
.other:
  add rsp, 24
  ret
