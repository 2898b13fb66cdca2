; sub rsp without add. signal SIGSEGV
global main
section .text
main:
  call g
  xor eax, eax
  ret
g:
  sub rsp, 24
  mov dword [rsp], 0
  mov qword [rsp+8], 0
  mov eax, [rsp]
  add rsp, 16
  ret ; expect: stack-imbalance, null-jump
