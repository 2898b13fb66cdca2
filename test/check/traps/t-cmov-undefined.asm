; cmov takes or leaves something never set; the result is not used, or the garbage is not taken. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov eax, 1
  mov ecx, 5
  test eax, eax
  cmovz ecx, [rsp]
  cmp ecx, 5
  jne .bad
  mov edx, [rsp+4]
  mov ebx, 7
  cmp edx, 3
  cmove ebx, edx
  mov esi, [rsp+8]
  test eax, eax
  cmovnz esi, eax
  cmp esi, 1
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
