; A leaf function keeps its locals below rsp. exit 12
global _start
section .text
_start:
  mov edi, 5
  mov esi, 7
  call sum
  mov edi, eax
  mov eax, 60
  syscall
sum:
  mov [rsp-8], rdi
  mov [rsp-16], rsi
  mov rax, [rsp-8]
  add rax, [rsp-16]
  ret
