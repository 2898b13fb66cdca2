; A thread reads a local of the function that has started it and has returned since. exit 0
global main
extern pthread_create, pthread_join, usleep
section .bss
tid: resq 1
sum: resq 1
section .text
worker:
  push rbx
  mov rbx, rdi
  mov edi, 20000
  call usleep
  mov rsi, [rbx] ; expect: stack-use-after-return
  mov [sum], rsi
  xor eax, eax
  pop rbx
  ret
start:
  sub rsp, 24
  mov qword [rsp + 8], 4711
  mov edi, tid
  xor esi, esi
  mov edx, worker
  lea rcx, [rsp + 8]
  call pthread_create
  add rsp, 24
  ret
main:
  sub rsp, 8
  call start
  mov rdi, [tid]
  xor esi, esi
  call pthread_join
  xor eax, eax
  add rsp, 8
  ret
