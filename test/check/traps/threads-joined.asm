; Threads run one after the other, with their arguments and results. exit 0
extern pthread_create, pthread_join, printf, pthread_exit, pthread_mutex_lock, pthread_mutex_unlock, usleep
global main
section .bss
t: resq 3
r: resq 1
cnt: resq 1
mx: resb 40
section .data
f: db "thread %ld",10,0
g: db "joined %ld total %ld",10,0
section .text
work: push rbx
  mov rbx,rdi
  mov ecx,100000
.l: lock inc qword [cnt]
  loop .l
  mov rdi,f
  mov rsi,rbx
  xor eax,eax
  call printf
  lea rax,[rbx*4]
  cmp rbx,2
  jne .x
  mov rdi,77
  call pthread_exit
.x: pop rbx
  ret
main: push rbx
  push r12
  push r13
  xor ebx,ebx
.c: lea rdi,[t+rbx*8]
  xor esi,esi
  mov rdx,work
  mov rcx,rbx
  call pthread_create
  inc rbx
  cmp rbx,3
  jb .c
  xor ebx,ebx
.j: mov rdi,[t+rbx*8]
  mov rsi,r
  call pthread_join
  mov rdi,g
  mov rsi,[r]
  mov rdx,[cnt]
  xor eax,eax
  call printf
  inc rbx
  cmp rbx,3
  jb .j
  pop r13
  pop r12
  pop rbx
  xor eax,eax
  ret
