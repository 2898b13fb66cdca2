; The handler's number was never stored. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov eax, [rsp]
  and eax, 1
  mov rcx, .one
  mov rdx, .two
  neg rax
  xor rdx, rcx
  and rdx, rax
  xor rcx, rdx
  jmp rcx ; expect: uninit-jump
.one:
  nop
.two:
  xor edi, edi
  mov eax, 60
  syscall
