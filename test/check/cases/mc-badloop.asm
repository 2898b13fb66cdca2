; A loop runs to a count read from where nobody wrote. exit 0
global main
section .text
main:
  sub rsp, 40
  mov dword [rsp+4], 0
  lea rdi, [rsp]
  call count
  add rsp, 40
  xor eax, eax
  ret
count:
  xor ecx, ecx
.l:
  inc ecx
  cmp ecx, [rdi+8]
  jl .l ; expect: uninit-branch
  ret
