; ldiv gives its remainder in rdx. exit 5
global main
extern ldiv
section .text
main:
  sub rsp, 8
  mov edi, 17
  mov esi, 6
  call ldiv
  mov rax, rdx
  add rsp, 8
  ret
