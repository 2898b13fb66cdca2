; An own variadic function saves the argument registers, xmm too. exit 0
global main
extern vprintf
section .rodata
f: db "%d %d %.1f", 10, 0
h: dq 0.5
section .text
main:
  sub rsp, 8
  mov edi, f
  mov esi, 1
  mov edx, 2
  movsd xmm0, [h]
  mov eax, 1
  call say
  add rsp, 8
  xor eax, eax
  ret
say:
  sub rsp, 216
  mov [rsp+40], rsi
  mov [rsp+48], rdx
  mov [rsp+56], rcx
  mov [rsp+64], r8
  mov [rsp+72], r9
  test al, al
  jz .n
  movaps [rsp+80], xmm0
  movaps [rsp+96], xmm1
  movaps [rsp+112], xmm2
  movaps [rsp+128], xmm3
  movaps [rsp+144], xmm4
  movaps [rsp+160], xmm5
  movaps [rsp+176], xmm6
  movaps [rsp+192], xmm7
.n:
  mov dword [rsp+8], 8
  mov dword [rsp+12], 48
  lea rax, [rsp+224]
  mov [rsp+16], rax
  lea rax, [rsp+32]
  mov [rsp+24], rax
  lea rsi, [rsp+8]
  call vprintf
  add rsp, 216
  ret
