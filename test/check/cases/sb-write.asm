; write of sixty-four bytes out of a local of sixteen. exit 0
global _start
section .text
_start:
  call show
  mov eax, 60
  xor edi, edi
  syscall
show:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov rax, "abcdefgh"
  mov [rsp], rax
  mov [rsp+8], rax
  mov eax, 1
  mov edi, 1
  mov rsi, rsp
  mov edx, 40
  syscall ; expect: stack-buffer-overflow-read
  leave
  ret
