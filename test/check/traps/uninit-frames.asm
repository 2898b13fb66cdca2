; Locals, arguments and saved registers of nested calls, red zone of a leaf, results read after a call. exit 0
global _start
section .text
_start:
  mov edi, 6
  call fact
  cmp eax, 720
  jne .bad
  call leaf
  cmp rax, 42
  jne .bad
  lea rdi, [rsp-8]
  sub rsp, 24
  lea rdi, [rsp+8]
  call fill
  mov rax, [rsp+8]
  cmp rax, 9
  jne .bad
  add rsp, 24
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
fact:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov [rbp-4], edi
  mov eax, 1
  cmp dword [rbp-4], 1
  jle .done
  lea edi, [edi-1]
  call fact
  imul eax, [rbp-4]
.done:
  leave
  ret
leaf:
  mov qword [rsp-8], 40
  mov qword [rsp-128], 2
  mov rax, [rsp-8]
  add rax, [rsp-128]
  ret
fill:
  mov qword [rdi], 9
  ret
