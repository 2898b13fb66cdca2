; Two rooms of run-time size; the first is filled while the second is open. exit 0
global main
section .text
main:
  push rbp
  mov rbp, rsp
  mov ecx, 3
  lea rax, [rcx*8+15]
  and rax, -16
  sub rsp, rax
  mov rdi, rsp
  mov ecx, 40
  sub rsp, rcx
  and rsp, -16
  mov rsi, rsp
  mov qword [rdi], 1
  mov qword [rdi+16], 2
  mov byte [rsi+39], 3
  mov rax, [rdi]
  add rax, [rdi+16]
  sub rax, 3
  leave
  ret
