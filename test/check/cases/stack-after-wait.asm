; A function of libc that had to wait has returned all the same: what the next one is given is looked at. exit 0
global main
extern pthread_create, pthread_join, usleep, memset
section .bss
t: resq 1
section .text
work: sub rsp,8
  mov edi,100
  call usleep
  xor eax,eax
  add rsp,8
  ret
main: push rbx
  mov edi,t
  xor esi,esi
  mov edx,work
  xor ecx,ecx
  call pthread_create
  mov edi,1000
  call usleep
  mov rdi,[t]
  xor esi,esi
  call pthread_join
  lea rdi,[rsp-64]
  xor esi,esi
  mov edx,8
  call memset ; expect: stack-use-after-return
  xor eax,eax
  pop rbx
  ret
