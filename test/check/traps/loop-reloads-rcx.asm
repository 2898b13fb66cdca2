; rcx is loaded anew before each use. exit 2
global _start
section .bss
count: resq 1
section .rodata
dot: db "."
section .text
_start:
  mov qword [count], 3
.next:
  mov eax, 1
  mov edi, 1
  mov rsi, dot
  mov edx, 1
  syscall
  mov rcx, [count]
  dec rcx
  mov [count], rcx
  jnz .next
  mov ecx, 2
  mov edi, ecx
  mov eax, 60
  syscall
