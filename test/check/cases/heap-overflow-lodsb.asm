; A checksum over a block takes one byte too many: rep and lods. exit 0
global main
extern malloc, free, memset
section .text
main:
  push rbx
  mov edi, 20
  call malloc
  mov rbx, rax
  mov rdi, rbx
  xor esi, esi
  mov edx, 20
  call memset wrt ..plt
  mov rsi, rbx
  mov ecx, 21
  xor edx, edx
.sum:
  lodsb ; expect: heap-overflow-read
  movzx eax, al
  add edx, eax
  dec ecx
  jnz .sum
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
