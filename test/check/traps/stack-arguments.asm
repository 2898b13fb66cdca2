; Variadic-like own function reading stack args. exit 0
global _start
section .text
sum:
  push rbp
  mov rbp, rsp
  mov rcx, [rbp+16]
  xor eax, eax
  lea rsi, [rbp+24]
.l: add rax, [rsi]
  add rsi, 8
  dec rcx
  jnz .l
  pop rbp
  ret
_start:
  push 3
  push 2
  push 1
  push 3
  call sum
  add rsp, 32
  lea edi, [rax-6]
  mov eax, 60
  syscall
