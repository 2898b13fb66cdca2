; argc, argv, envp, auxv are walked to their ends. exit 0
global _start
section .text
_start:
  mov rbx, rsp
  mov rcx, [rbx]
  lea rsi, [rbx+8]
  lea rdi, [rsi+rcx*8]
  cmp qword [rdi], 0
  jne .bad
  mov rdx, [rsi]
  xor eax, eax
.n:
  cmp byte [rdx+rax], 0
  je .env
  inc eax
  jmp .n
.env:
  add rdi, 8
.e:
  mov rax, [rdi]
  add rdi, 8
  test rax, rax
  jnz .e
.a:
  mov rax, [rdi]
  cmp rax, 6
  je .page
  test rax, rax
  jz .bad
  add rdi, 16
  jmp .a
.page:
  mov edi, [rdi+8]
  sub edi, 4096
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
