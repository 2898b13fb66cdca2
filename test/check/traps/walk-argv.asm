; argc, argv, envp and the auxiliary vector. exit 0
global _start
section .text
_start:
  mov rdi, [rsp]
  lea rsi, [rsp+8]
.args:
  mov rax, [rsi]
  add rsi, 8
  test rax, rax
  jz .environment
  mov bl, [rax]
  jmp .args
.environment:
  mov rax, [rsi]
  add rsi, 8
  test rax, rax
  jnz .environment
.auxiliary:
  mov rax, [rsi]
  add rsi, 16
  test rax, rax
  jnz .auxiliary
  xor edi, edi
  mov eax, 60
  syscall
