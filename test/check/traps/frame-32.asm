; cdecl in 32-bit code with locals, saved registers and an argument. exit 30
bits 32
global _start
global sum
section .data
list: dd 5, 10, 15
section .text
_start:
  push dword 3
  push dword list
  call sum
  add esp, 8
  mov ebx, eax
  mov eax, 1
  int 0x80
sum:
  push ebp
  mov ebp, esp
  sub esp, 4
  push esi
  mov dword [ebp-4], 0
  mov esi, [ebp+8]
  mov ecx, [ebp+12]
.next:
  mov eax, [esi]
  add [ebp-4], eax
  add esi, 4
  loop .next
  mov eax, [ebp-4]
  pop esi
  leave
  ret
