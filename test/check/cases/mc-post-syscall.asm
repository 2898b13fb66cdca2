; nanosleep's remainder is not written when nothing interrupts it. exit 0
global _start
section .data
req: dq 0, 1000
section .text
_start:
  sub rsp, 16
  mov eax, 35
  mov edi, req
  mov rsi, rsp
  syscall
  cmp qword [rsp], 0
  je .x ; expect: uninit-branch
.x:
  mov eax, 60
  xor edi, edi
  syscall
