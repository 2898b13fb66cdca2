; A rounded number that was never set is an index. exit 0
global _start
section .data
t: times 16 db 1
section .text
_start:
  sub rsp, 32
  fld qword [rsp]
  fsqrt
  fistp dword [rsp+8]
  mov eax, [rsp+8]
  and eax, 15
  mov bl, [t+rax] ; expect: uninit-address
  mov eax, 60
  xor edi, edi
  syscall
