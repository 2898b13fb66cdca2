; Coroutine switch. exit 0
global _start
section .bss
st: resb 1024
stt:
sa: resq 1
sb: resq 1
section .text
switch:
  push rbx
  push rbp
  push r12
  mov [rdi], rsp
  mov rsp, [rsi]
  pop r12
  pop rbp
  pop rbx
  ret
co:
  mov rdi, sb
  mov rsi, sa
  call switch
  jmp co
_start:
  mov rax, stt
  lea rcx, [rel co]
  mov [rax-8], rcx
  sub rax, 32
  mov [sb], rax
  mov rdi, sa
  mov rsi, sb
  call switch
  mov rdi, sa
  mov rsi, sb
  call switch
  mov eax, 60
  xor edi, edi
  syscall
