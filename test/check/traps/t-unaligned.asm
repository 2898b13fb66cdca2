; Scalars at odd addresses, push of two bytes, lock add. exit 0
global _start
section .bss
b: resb 32
section .text
_start:
  mov qword [b+1], 1
  mov dword [b+11], 2
  lock add qword [b+1], 4
  movsd xmm0, [b+1]
  movups xmm1, [b+3]
  mov rdi, [b+1]
  sub rdi, 5
  mov eax, 60
  syscall
