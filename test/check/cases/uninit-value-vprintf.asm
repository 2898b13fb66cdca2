; A printf of one's own: the caller gives one number of the two that its format takes, and none of the double's. exit 0
global main
extern vprintf
section .rodata
whole: db "%d %d %g", 10, 0
section .data
half: dq 0.5
section .text
print:
  sub rsp, 216
  mov [rsp + 40], rsi
  mov [rsp + 48], rdx
  mov [rsp + 56], rcx
  test al, al
  jz .plain
  movaps [rsp + 80], xmm0
.plain:
  mov dword [rsp], 8
  mov dword [rsp + 4], 48
  lea rax, [rsp + 224]
  mov [rsp + 8], rax
  lea rax, [rsp + 32]
  mov [rsp + 16], rax
  mov rsi, rsp
  call vprintf ; expect: uninit-value
  add rsp, 216
  ret
main:
  sub rsp, 8
  lea rdi, [whole]
  mov esi, 5
  mov edx, 6
  movsd xmm0, [half]
  mov eax, 1
  call print
  lea rdi, [whole]
  mov esi, 5
  mov edx, 6
  xor eax, eax
  call print
  xor eax, eax
  add rsp, 8
  ret
