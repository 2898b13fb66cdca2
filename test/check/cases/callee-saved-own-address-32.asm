; A function that changes ebx and gets its own address before it returns. exit 0
  bits 32
  global _start
  section .bss
n: resd 1
  section .text
_start:
  mov dword [n], 3000
.l: call g
  dec dword [n]
  jnz .l
  mov eax,1
  xor ebx,ebx
  int 0x80
g: push ebx
  push esi
  mov ebx, 5
  mov esi, 7
  call f
  add ebx, esi
  pop esi
  pop ebx
  ret
f: test dword [n], 63
  jnz .q
  mov eax, [esp]
  mov [esp], eax
  mov ebx, 9
.q: call .here
.here: pop ecx
  add ecx, 5
  ret ; expect: callee-saved-clobbered
