; Saves/restores via mov, sub rsp frame, global function called by libc. exit 0
global main
extern qsort, printf
section .data
arr: dd 3, 1, 2
fmt: db "%d %d %d", 10, 0
section .text
cmp_ints:
  mov eax, [rdi]
  sub eax, [rsi]
  ret
main:
  sub rsp, 24
  mov [rsp+8], rbx
  mov rbx, arr
  mov rdi, rbx
  mov esi, 3
  mov edx, 4
  mov rcx, cmp_ints
  call qsort
  mov rdi, fmt
  mov esi, [rbx]
  mov edx, [rbx+4]
  mov ecx, [rbx+8]
  xor eax, eax
  call printf
  mov rbx, [rsp+8]
  add rsp, 24
  xor eax, eax
  ret
