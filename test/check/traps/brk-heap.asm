; An own heap on the program break. exit 0
global _start
section .bss
base: resq 1
section .text
_start:
  mov eax, 12
  xor edi, edi
  syscall
  mov [base], rax
  lea rdi, [rax+4096]
  mov eax, 12
  syscall
  mov rbx, [base]
  mov qword [rbx], 5
  mov qword [rbx+4088], 6
  lea rdi, [rbx+10000]
  mov eax, 12
  syscall
  mov qword [rbx+9992], 6
  mov rdi, rbx
  mov eax, 12
  syscall
  xor edi, edi
  mov eax, 60
  syscall
