; Two coroutines, each with a stack in .bss, switched five times. exit 0
global _start
section .bss
alignb 16
stack1: resb 1024
stack1_top:
stack2: resb 1024
stack2_top:
sp_main: resq 1
sp1: resq 1
sp2: resq 1
count: resd 1
section .text
_start:
  mov rax, stack1_top
  sub rax, 56
  mov qword [rax+48], co1
  mov [sp1], rax
  mov rax, stack2_top
  sub rax, 56
  mov qword [rax+48], co2
  mov [sp2], rax
  mov edi, sp_main
  mov rsi, [sp1]
  call switch
  mov edi, [count]
  sub edi, 4
  mov eax, 60
  syscall
switch:
  push rbx
  push rbp
  push r12
  push r13
  push r14
  push r15
  mov [rdi], rsp
  mov rsp, rsi
  pop r15
  pop r14
  pop r13
  pop r12
  pop rbp
  pop rbx
  ret
co1:
  mov ebx, 3
.l:
  inc dword [count]
  mov edi, sp1
  mov rsi, [sp2]
  call switch
  dec ebx
  jnz .l
  mov edi, sp1
  mov rsi, [sp_main]
  call switch
co2:
  inc dword [count]
  mov edi, sp2
  mov rsi, [sp1]
  call switch
  inc dword [count]
  mov edi, sp2
  mov rsi, [sp_main]
  call switch
