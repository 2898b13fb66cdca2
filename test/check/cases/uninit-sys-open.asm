; open of a file name that has no end... never set. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 32
  call malloc
  mov rbx, rax
  mov byte [rbx], '/'
  mov rdi, rbx
  xor esi, esi
  xor edx, edx
  mov eax, 2
  syscall ; expect: uninit-syscall
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
