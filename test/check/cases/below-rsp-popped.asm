; A value is read after it was popped, far below. exit 0
global _start
section .text
_start:
  mov ecx, 40
.p:
  push rcx
  dec ecx
  jnz .p
  add rsp, 320
  mov rax, [rsp-300] ; expect: below-rsp-read
  mov eax, 60
  xor edi, edi
  syscall
