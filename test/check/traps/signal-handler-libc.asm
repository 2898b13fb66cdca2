; Handlers of signals use their argument and return through the kernel, also out of raise. exit 0
extern signal, raise, printf, sleep, alarm, pause
global main
section .data
f: db "caught %d",10,0
section .text
h: push rbx
  mov ebx,edi
  mov esi,edi
  mov rdi,f
  xor eax,eax
  call printf
  pop rbx
  ret
main: sub rsp,8
  mov edi,10
  mov rsi,h
  call signal
  mov edi,10
  call raise
  mov edi,14
  mov rsi,h
  call signal
  mov edi,1
  call alarm
  call pause
  mov edi,10
  call raise
  xor eax,eax
  add rsp,8
  ret
