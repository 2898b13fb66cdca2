; Floating point in blocks never set, freed, and not heap at all. signal SIGABRT
global main
extern malloc, free, printf
section .rodata
one: dq 1.0
f1: dd 1.0
fmt: db "%f", 10, 0
section .bss
v: resd 1
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 8
  call malloc
  mov rbx, rax
  mov edi, 4
  call malloc
  mov r12, rax
  movsd xmm0, [rbx]
  addsd xmm0, [one]
  movsd [rbx], xmm0
  movss xmm0, [r12]
  addss xmm0, [f1]
  movss [r12], xmm0
  movsd xmm0, [rbx]
  mov edi, fmt
  mov eax, 1
  call printf ; expect: uninit-value
  mov rdi, rbx
  call free
  mov rdi, r12
  call free
  movsd xmm0, [rbx] ; expect: use-after-free-read
  addsd xmm0, [one]
  movsd [rbx], xmm0 ; expect: use-after-free-write
  movss xmm0, [r12] ; expect: use-after-free-read
  addss xmm0, [f1]
  movss [r12], xmm0 ; expect: use-after-free-write
  mov edi, v
  call free ; expect: invalid-free
  add rsp, 8
  pop r12
  pop rbx
  ret
