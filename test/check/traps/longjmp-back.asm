; longjmp leaves two functions behind; what setjmp's caller goes on with is no overwritten return address. exit 3
global main
extern setjmp, longjmp
section .bss
buffer: resb 256
section .text
inner:
  push rbx
  mov rdi, buffer
  mov esi, 3
  call longjmp
outer:
  push rbx
  call inner
  pop rbx
  ret
main:
  sub rsp, 8
  mov rdi, buffer
  call setjmp
  test eax, eax
  jnz .back
  call outer
.back:
  add rsp, 8
  ret
