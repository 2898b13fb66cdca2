; Frames walked by the rbp chain, arguments on the stack by pointer, registers saved and looked at, buffers passed down. exit 0
global _start
section .text
_start:
  xor ebp, ebp
  push 3
  push 2
  push 1
  call outer
  add rsp, 24
  cmp eax, 6
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
outer:
  push rbp
  mov rbp, rsp
  push rbx
  sub rsp, 24
  lea rsi, [rbp+16]
  xor eax, eax
  mov ecx, 3
.sum:
  add rax, [rsi]
  add rsi, 8
  loop .sum
  mov rbx, rbp
.up:
  mov rdx, [rbx+8]
  mov rbx, [rbx]
  test rbx, rbx
  jnz .up
  lea rdi, [rbp-32]
  call fill
  cmp qword [rbp-32], 7
  jne .out
  cmp qword [rbp-16], 7
  jne .out
.out:
  add rsp, 24
  pop rbx
  pop rbp
  ret
fill:
  mov ecx, 3
.next:
  mov qword [rdi], 7
  add rdi, 8
  loop .next
  ret
