; A flag word on the stack is set bit by bit; only set bits are tested. exit 0
global _start
section .text
_start:
  sub rsp, 16
  btr dword [rsp], 3
  bts dword [rsp], 5
  and dword [rsp+4], 0
  or dword [rsp+4], 8
  bt dword [rsp], 5
  jnc .bad
  test dword [rsp], 1 << 3
  jnz .bad
  mov eax, [rsp]
  shr eax, 5
  and eax, 1
  cmp eax, 1
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
