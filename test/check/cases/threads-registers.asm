; Blocks that only a register, or the stack, of a thread that waits points to when another one ends the process. exit 0
global main
extern pthread_create, malloc, sleep, usleep, exit
section .bss
t: resq 1
section .text
inRegister: push rbx
  mov edi,50
  call malloc
  mov rbx,rax
  xor eax,eax
  mov edi,100
  call sleep
  mov rax,rbx
  pop rbx
  ret
ends: push rbx
  mov edi,1000
  call usleep
  mov edi,70
  call malloc
  xor eax,eax
  xor edi,edi
  call exit ; expect: leak-definite, leak-reachable
main: push rbx
  mov edi,60
  call malloc
  push rax
  push rax
  mov edi,t
  xor esi,esi
  mov edx,inRegister
  xor ecx,ecx
  call pthread_create
  mov edi,t
  xor esi,esi
  mov edx,ends
  xor ecx,ecx
  call pthread_create
  mov edi,100
  call sleep
  pop rax
  pop rax
  pop rbx
  ret
