; main(argc, argv, envp). exit 0
global main
extern strlen
section .text
main:
  push rbx
  push r12
  push r13
  mov ebx, edi
  mov r12, rsi
  xor r13d, r13d
.l:
  mov rdi, [r12]
  test rdi, rdi
  jz .d
  call strlen
  add r13, rax
  add r12, 8
  jmp .l
.d:
  xor eax, eax
  pop r13
  pop r12
  pop rbx
  ret
