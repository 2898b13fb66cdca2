; Tags in the low and the high bits of pointers. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 32
  call malloc
  mov rbx, rax
  or rbx, 3
  mov rax, rbx
  and rax, -4
  mov qword [rax+24], 5
  mov rcx, rbx
  shl rcx, 16
  or cx, 0x1234
  mov rdx, rcx
  shr rdx, 16
  and rdx, -4
  mov rax, [rdx+24]
  cmp rax, 5
  jne .x
.x:
  mov rdi, rbx
  and rdi, -4
  call free
  xor eax, eax
  pop rbx
  ret
