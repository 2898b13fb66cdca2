; Handlers that run while libc functions wait, and where one has raised their signal, return through the kernel. exit 0
global main
extern pthread_create, pthread_join, pthread_self, pthread_kill, signal, raise, usleep
section .data
count: dd 0
waiting: dq 0
section .bss
thread: resq 1
section .text
handler:
  push rbx
  inc dword [count]
  pop rbx
  ret
worker:
  push rbx
  mov ebx, 3
.next:
  mov rdi, [waiting]
  mov esi, 10
  call pthread_kill
  mov edi, 2000
  call usleep
  dec ebx
  jnz .next
  xor eax, eax
  pop rbx
  ret
main:
  sub rsp, 8
  mov edi, 10
  mov esi, handler
  call signal
  mov edi, 10
  call raise
  call pthread_self
  mov [waiting], rax
  mov edi, thread
  xor esi, esi
  mov edx, worker
  xor ecx, ecx
  call pthread_create
  mov rdi, [thread]
  xor esi, esi
  call pthread_join
  mov eax, [count]
  sub eax, 4
  add rsp, 8
  ret
