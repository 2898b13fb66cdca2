; 32-bit: fgets is told more than the block and the local have, though nothing comes. exit 0
bits 32
global main
extern malloc, free, fgets, stdin
section .text
main:
  push ebp
  mov ebp, esp
  push ebx
  sub esp, 36
  push dword 30
  call malloc
  add esp, 4
  mov ebx, eax
  lea eax, [ebx+10]
  push dword [stdin]
  push dword 32
  push eax
  call fgets ; expect: heap-overflow-write
  add esp, 12
  push dword [stdin]
  push dword 64
  lea eax, [ebp-36]
  push eax
  call fgets ; expect: stack-buffer-overflow-write
  add esp, 12
  push ebx
  call free
  add esp, 4
  add esp, 36
  pop ebx
  pop ebp
  xor eax, eax
  ret
