; Registers are popped in the wrong order. exit 0
global main
global work
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov ebx, 1
  mov r12d, 2
  call work
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
work:
  push rbx
  push r12
  xor ebx, ebx
  xor r12d, r12d
  pop rbx
  pop r12
  ret ; expect: callee-saved-clobbered
