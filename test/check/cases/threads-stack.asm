; A recursion without an end in a thread, whose stack ends as main's does. signal SIGSEGV
global main
extern pthread_create, pthread_join
section .bss
t: resq 1
section .text
deep:
  sub rsp, 1000
  call deep ; expect: stack-exhausted
  add rsp, 1000
  ret
main: push rbx
  mov rdi,t
  xor esi,esi
  mov rdx,deep
  xor ecx,ecx
  call pthread_create
  mov rdi,[t]
  xor esi,esi
  call pthread_join
  xor eax,eax
  pop rbx
  ret
section .note.GNU-stack noalloc noexec nowrite progbits
