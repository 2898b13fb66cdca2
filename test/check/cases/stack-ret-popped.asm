; A pop takes the return address, another value is pushed. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 5
  call f
  mov eax, 60
  xor edi, edi
  syscall
f:
  push rax
  mov rax, 7
  mov [rsp+8], rax
  pop rcx
  ret ; expect: return-address-overwritten, null-jump
