; Destroyed registers may be cleared, compared with themselves, overwritten and saved. exit 0
global main
extern puts
section .rodata
text: db "x", 0
section .text
main:
  push rbx
  mov edi, text
  call puts
  xor ecx, ecx
  sub rdx, rdx
  push rsi
  pop rsi
  mov edi, ecx
  mov r8, rdx
  xor eax, eax
  pop rbx
  ret
