; main saves registers that nobody has set, general and vector ones, and brings them back. exit 0
extern puts, printf
section .rodata
text: db "x", 0
format: db "%d", 10, 0
section .text
global main
main:
  push rax
  push rcx
  push r8
  push r9
  push r10
  push r11
  sub rsp, 56
  movaps [rsp], xmm0
  movups [rsp+16], xmm15
  vzeroupper
  mov edi, text
  call puts
  mov edi, format
  mov esi, 7
  mov al, 0
  call printf
  movaps xmm0, [rsp]
  movups xmm15, [rsp+16]
  add rsp, 56
  pop r11
  pop r10
  pop r9
  pop r8
  pop rcx
  pop rax
  xor eax, eax
  ret
