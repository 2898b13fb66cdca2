; push rbp only makes room or alignment and is written over; a frame is dropped by add instead of pop. exit 0
global main
extern puts
section .rodata
text: db "x", 0
section .text
main:
  push rbp
  mov qword [rsp], 5
  mov edi, text
  call puts
  mov rax, [rsp]
  sub rax, 5
  xor ebp, ebp
  add rsp, 8
  ret
