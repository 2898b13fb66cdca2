; Compiled code keeps the stack guard beside its locals and compares it at its end. exit 0
global main
extern __stack_chk_fail
section .text
main:
  sub rsp, 24
  mov rax, [fs:28h]
  mov [rsp+8], rax
  mov rax, [rsp+8]
  xor rax, [fs:28h]
  jne .smashed
  add rsp, 24
  ret
.smashed:
  call __stack_chk_fail
