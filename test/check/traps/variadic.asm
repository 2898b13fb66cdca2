; printf with more arguments than registers, from an aligned frame. exit 0
global main
extern printf
section .rodata
format: db "%d %d %d %d %d %d %d", 10, 0
section .text
main:
  push rbp
  mov rbp, rsp
  mov edi, format
  mov esi, 1
  mov edx, 2
  mov ecx, 3
  mov r8d, 4
  mov r9d, 5
  push 7
  push 6
  xor eax, eax
  call printf
  add rsp, 16
  xor eax, eax
  pop rbp
  ret
