; Fibonacci memo in heap, printed through printf double. exit 0
global main
extern printf, malloc, free
section .rodata
f: db "%f %ld", 10, 0
section .text
main:
  push rbp
  mov rbp, rsp
  push rbx
  push r12
  mov edi, 80
  call malloc
  test rax, rax
  jz .e
  mov rbx, rax
  mov qword [rbx], 0
  mov qword [rbx+8], 1
  mov ecx, 2
.l: mov rax, [rbx+rcx*8-8]
  add rax, [rbx+rcx*8-16]
  mov [rbx+rcx*8], rax
  inc ecx
  cmp ecx, 10
  jl .l
  cvtsi2sd xmm0, qword [rbx+72]
  mov rdi, f
  mov rsi, [rbx+72]
  mov eax, 1
  call printf
  mov rdi, rbx
  call free
.e:
  xor eax, eax
  pop r12
  pop rbx
  pop rbp
  ret
