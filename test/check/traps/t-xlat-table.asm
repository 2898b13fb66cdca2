; xlatb, a jump table with a bound, a table of 32-bit offsets. exit 0
global _start
section .rodata
hex: db "0123456789abcdef"
jt: dq _start.c0, _start.c1, _start.c2
ot: dd _start.d0 - ot, _start.d1 - ot
section .text
_start:
  mov al, 0x1f
  and al, 15
  mov ebx, hex
  xlatb
  cmp al, 'f'
  jne .bad
  mov eax, 1
  cmp eax, 2
  ja .bad
  jmp [jt+rax*8]
.c0: jmp .bad
.c2: jmp .bad
.c1:
  mov ecx, 1
  lea rdx, [rel ot]
  movsxd rax, dword [rdx+rcx*4]
  add rax, rdx
  jmp rax
.d0: jmp .bad
.d1:
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
