; A local at offset 0 from rbp: the saved rbp is overwritten. exit 0
global _start
section .text
_start:
  mov ebp, 9
  call f
  mov eax, 60
  xor edi, edi
  syscall
f:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov dword [rbp], 5 ; expect: saved-frame-overwritten
  leave
  ret
