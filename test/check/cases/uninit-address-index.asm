; An index that was never set. exit 0
global _start
section .data
t: times 16 dd 1
section .text
_start:
  sub rsp, 16
  mov rcx, [rsp+8]
  and ecx, 15
  mov eax, [t+rcx*4] ; expect: uninit-address
  mov eax, 60
  xor edi, edi
  syscall
