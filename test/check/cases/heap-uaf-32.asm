; 32-bit: an object used by its method after it was deleted. exit 0
bits 32
global main
extern malloc, free
section .text
main:
  push ebx
  push 8
  call malloc
  add esp, 4
  mov ebx, eax
  mov dword [ebx], 1
  push ebx
  call bump
  push ebx
  call free
  add esp, 8
  push ebx
  call bump
  add esp, 4
  xor eax, eax
  pop ebx
  ret
bump:
  mov eax, [esp+4]
  inc dword [eax] ; expect: use-after-free-read, use-after-free-write
  ret
