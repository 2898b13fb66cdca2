; A thread's function counts on rdx: only rdi is set where it begins. exit 0
extern pthread_create, pthread_join
section .bss
thread: resq 1
section .text
global main
work:
  cmp rdx, 5
  je .done ; expect: uninit-branch
  nop
.done:
  xor eax, eax
  ret
main:
  sub rsp, 8
  mov edi, thread
  xor esi, esi
  mov edx, work
  mov ecx, 5
  call pthread_create
  mov rdi, [thread]
  xor esi, esi
  call pthread_join
  xor eax, eax
  add rsp, 8
  ret
