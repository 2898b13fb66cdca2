; 32-bit: a global pointer to a dead local is written through. exit 0
bits 32
global _start
section .bss
p: resd 1
section .text
_start:
  call f
  mov eax, [p]
  mov dword [eax], 1 ; expect: stack-use-after-return
  mov eax, 1
  xor ebx, ebx
  int 0x80
f:
  push ebp
  mov ebp, esp
  sub esp, 16
  lea eax, [ebp-8]
  mov [p], eax
  leave
  ret
