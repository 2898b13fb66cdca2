; writev: an entry that is null, a length that is too large, a count below 0. exit 0
global main
extern malloc, free
section .data
v: dq 0, 0, 0, 0
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov rax, "abcdefgh"
  mov [rbx], rax
  mov [v], rbx
  mov qword [v+8], 8
  mov [v+16], rbx
  mov qword [v+24], 9
  mov eax, 20
  mov edi, 1
  mov esi, v
  mov edx, 2
  syscall ; expect: syscall-bad-address
  mov eax, 20
  mov edi, 1
  mov esi, v
  mov rdx, -1
  syscall ; expect: syscall-args
  mov eax, 20
  mov edi, 1
  xor esi, esi
  mov edx, 1
  syscall ; expect: syscall-bad-address
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
