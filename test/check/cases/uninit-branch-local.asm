; A loop counter on the stack is never set. exit 0
global _start
section .text
_start:
  call f
  mov eax, 60
  xor edi, edi
  syscall
f:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov dword [rbp-4], 0
.l:
  add dword [rbp-8], 1
  cmp dword [rbp-8], 3
  jl .l ; expect: uninit-branch
  leave
  ret
