; Blocks that one thread takes and another gives back, an overflow in a thread, and a block that is given back twice. signal SIGABRT
global main
extern pthread_create, pthread_join, malloc, free, usleep
section .bss
t: resq 1
r: resq 1
p: resq 1
section .text
work: push rbx
  mov rbx,100
.l: mov edi,32
  call malloc
  mov qword [rax],5
  mov [p],rax
  mov edi,10
  call usleep
  dec rbx
  jnz .l
  mov edi,16
  call malloc
  mov rbx,rax
  mov edi,24
  call malloc
  mov qword [rax+24],1 ; expect: heap-overflow-write
  mov rax,rbx
  pop rbx
  ret
main: push rbx
  xor ebx,ebx
  mov edi,t
  xor esi,esi
  mov edx,work
  xor ecx,ecx
  call pthread_create
.w: mov edi,10
  call usleep
  mov rdi,[p]
  test rdi,rdi
  jz .n
  mov qword [p],0
  call free
.n: inc ebx
  cmp ebx,20000
  jb .w
  mov rdi,[t]
  mov esi,r
  call pthread_join
  mov rdi,[r]
  call free
  mov rdi,[r]
  call free ; expect: double-free
  xor eax,eax
  pop rbx
  ret
