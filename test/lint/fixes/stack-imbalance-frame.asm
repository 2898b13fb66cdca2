; Mended by its quick fix: exit 8
global _start
section .text
local:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  mov dword [rbp-4], 8
  mov eax, [rbp-4]
  pop rbp
  ret
_start:
  call local
  mov edi, eax
  mov eax, 60
  syscall
