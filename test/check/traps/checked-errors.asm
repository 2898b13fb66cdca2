; Errors of system calls are looked at; the result goes on as a number. exit 9
global _start
section .rodata
name: db "/no/such/file", 0
section .text
_start:
  mov eax, 2
  mov rdi, name
  xor esi, esi
  syscall
  test rax, rax
  jns .fine
  neg rax
  lea rdi, [rax+7]
  mov eax, 60
  syscall
.fine:
  mov edi, 1
  mov eax, 60
  syscall
