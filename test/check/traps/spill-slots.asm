; Destroyed registers are stored into frame slots and reloaded later unused. exit 0
global main
extern putchar
section .text
main:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  mov edi, '.'
  call putchar
  mov [rbp-8], rcx
  mov [rsp], rdx
  mov rcx, [rbp-8]
  xor eax, eax
  leave
  ret
