; A comparison ends with ret 8: bsearch, which called it, has put no arguments on the stack. signal SIGSEGV
extern bsearch
section .data
key: dd 3
numbers: dd 1, 3, 5
section .text
global main
compare:
  mov eax, [rdi]
  sub eax, [rsi]
  ret 8 ; expect: stack-imbalance, exec-nonexec
main:
  sub rsp, 8
  mov edi, key
  mov esi, numbers
  mov edx, 3
  mov ecx, 4
  mov r8d, compare
  call bsearch
  xor eax, eax
  add rsp, 8
  ret
