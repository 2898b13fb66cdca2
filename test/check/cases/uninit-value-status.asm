; The exit status is what happens to lie on the stack. exit 0
global _start
section .text
_start:
  sub rsp, 8
  mov edi, [rsp]
  and edi, 0x80000001
  shl edi, 8
  or edi, [rsp]
  xor edi, [rsp]
  mov eax, 60
  syscall ; expect: uninit-value
