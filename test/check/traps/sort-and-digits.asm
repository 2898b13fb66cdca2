; Bubble sort, memory swaps, itoa with div. exit 0
global _start
section .data
arr: dd 5, 3, 9, 1
n equ ($-arr)/4
section .bss
buf: resb 16
section .text
_start:
  mov ecx, n
.outer:
  dec ecx
  jz .done
  xor esi, esi
.inner:
  mov eax, [arr+rsi*4]
  mov edx, [arr+rsi*4+4]
  cmp eax, edx
  jle .ns
  mov [arr+rsi*4], edx
  mov [arr+rsi*4+4], eax
.ns:
  inc esi
  cmp esi, ecx
  jl .inner
  jmp .outer
.done:
  mov eax, [arr+12]
  lea rdi, [buf+15]
  mov byte [rdi], 10
  mov ebx, 10
.i:
  xor edx, edx
  div ebx
  add dl, '0'
  dec rdi
  mov [rdi], dl
  test eax, eax
  jnz .i
  mov rsi, rdi
  lea rdx, [buf+16]
  sub rdx, rsi
  mov edi, 1
  mov eax, 1
  syscall
  mov eax, 60
  xor edi, edi
  syscall
