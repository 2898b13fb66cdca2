; Members of a sigaction under labels of their own, with glibc's mask of 128 bytes: the kernel reads 8 of them. exit 0
global _start
section .text
_start:
  mov qword [sa_handler], on
  mov qword [sa_flags], 0x04000000
  mov qword [sa_restorer], back
  mov eax, 13
  mov edi, 10
  mov rsi, sa_handler
  xor edx, edx
  mov r10d, 8
  syscall
  mov ebx, eax
  mov eax, 13
  mov edi, 12
  mov rsi, action
  xor edx, edx
  mov r10d, 8
  syscall
  lea edi, [rax+rbx]
  neg edi
  mov eax, 60
  syscall
on:
  ret
back:
  mov eax, 15
  syscall
section .bss
sa_handler: resb 8
sa_flags: resb 8
sa_restorer: resb 8
sa_mask: resb 128
section .data
action: dq on, 0x04000000
restorer: dq back
mask: times 16 dq 0
