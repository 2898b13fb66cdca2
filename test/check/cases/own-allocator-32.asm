; Fixed-size cells from brk in 32-bit code, the size in the annotation. exit 0
bits 32
global _start
section .bss
free_list: resd 1
section .text
_start:
  mov eax, 45
  xor ebx, ebx
  int 0x80
  mov esi, eax
  lea ebx, [eax+128]
  mov eax, 45
  int 0x80
  mov [free_list], esi
  mov ecx, 3
.link:
  lea edx, [esi+32]
  mov [esi], edx
  mov esi, edx
  loop .link
  mov dword [esi], 0
  call cell
  mov edi, eax
  mov dword [edi+28], 1
  mov dword [edi+32], 1 ; expect: heap-overflow-write
  push edi
  call drop
  add esp, 4
  mov eax, [edi] ; expect: use-after-free-read
  xor ebx, ebx
  mov eax, 1
  int 0x80
; @alloc size=32 ret=eax
cell:
  mov eax, [free_list]
  mov edx, [eax]
  mov [free_list], edx
  ret
; @free ptr=arg1
drop:
  mov eax, [esp+4]
  mov edx, [free_list]
  mov [eax], edx
  mov [free_list], eax
  ret
