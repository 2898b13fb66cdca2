; poll with an array that was never filled and is one too short. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 15
  call malloc
  mov rbx, rax
  mov dword [rbx], 1
  mov word [rbx+4], 0
  mov dword [rbx+8], 1
  mov eax, 7
  mov rdi, rbx
  mov esi, 2
  xor edx, edx
  syscall ; expect: syscall-bad-address, uninit-syscall
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
