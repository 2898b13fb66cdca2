; A list is freed while its links are still read (natively free has overwritten them, and this faults). exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 16
  call malloc
  mov rbx, rax
  mov edi, 16
  call malloc
  mov [rbx+8], rax
  mov qword [rax+8], 0
.next:
  mov rdi, rbx
  call free
  mov rbx, [rbx+8] ; expect: use-after-free-read
  test rbx, rbx
  jnz .next
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
