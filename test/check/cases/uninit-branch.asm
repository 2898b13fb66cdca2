; A local variable is compared before anything was put there. exit 0
global _start
section .text
_start:
  call count
  xor edi, edi
  mov eax, 60
  syscall
count:
  push rbp
  mov rbp, rsp
  sub rsp, 160
  xor eax, eax
  cmp dword [rbp-136], 7
  je .skip ; expect: uninit-branch
  inc eax
.skip:
  leave
  ret
