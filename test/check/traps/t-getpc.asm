; call next; pop, and lea rip. exit 0
global _start
section .text
_start:
  call .here
.here:
  pop rbx
  lea rax, [rel .here]
  cmp rax, rbx
  jne .bad
  add rbx, .data - .here
  mov al, [rbx]
  cmp al, 42
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
.data: db 42
