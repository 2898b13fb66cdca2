; A local text is handed to puts after its function returned. exit 0
global main
extern puts
section .text
main:
  sub rsp, 8
  call make
  mov rdi, rax
  call puts ; expect: stack-use-after-return, uninit-branch
  add rsp, 8
  xor eax, eax
  ret
make:
  sub rsp, 24
  mov dword [rsp], 'abc'
  mov rax, rsp
  add rsp, 24
  ret
