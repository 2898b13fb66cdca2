; setjmp and longjmp of libc out of three calls. exit 0
global main
extern setjmp, longjmp
section .bss
alignb 16
env: resb 200
section .text
main:
  push rbx
  mov edi, env
  call setjmp
  test eax, eax
  jnz .back
  call deep
  mov eax, 9
  pop rbx
  ret
.back:
  sub eax, 7
  pop rbx
  ret
deep:
  sub rsp, 24
  call deeper
  add rsp, 24
  ret
deeper:
  push rbx
  mov edi, env
  mov esi, 7
  call longjmp
