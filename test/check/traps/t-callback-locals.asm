; qsort's comparison uses preserved registers and gives them back; bsearch finds. exit 0
global main
extern qsort, bsearch
section .data
v: dd 9, 4, 7, 1
k: dd 7
section .text
cmp4:
  push rbx
  mov ebx, [rdi]
  sub ebx, [rsi]
  mov eax, ebx
  pop rbx
  ret
main:
  sub rsp, 8
  mov edi, v
  mov esi, 4
  mov edx, 4
  mov ecx, cmp4
  call qsort
  mov edi, k
  mov esi, v
  mov edx, 4
  mov ecx, 4
  mov r8d, cmp4
  call bsearch
  mov eax, [rax]
  sub eax, 7
  add rsp, 8
  ret
