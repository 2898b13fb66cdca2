; Pointers moved down to a multiple of 16 to look at what lies around: a dump of memory, a length by whole vectors. exit 5
global _start
section .data
before: dd 1, 2, 3
word_: dd 1234h
hello: db "Hello", 0
after: dq 1, 2
section .text
sum_paragraphs:              ; rsi = address, rcx = paragraphs
  and rsi, -16
  xor edi, edi
.row:
  xor edx, edx
.byte:
  movzx eax, byte [rsi + rdx]
  add edi, eax
  inc edx
  cmp edx, 16
  jb .byte
  add rsi, 16
  dec rcx
  jnz .row
  ret
length:                      ; rdi = text
  mov rax, rdi
  and rdi, 0FFFFFFFFFFFFFFE0h
  mov ecx, eax
  and ecx, 31
  pxor xmm0, xmm0
  movdqa xmm1, [rdi]
  pcmpeqb xmm1, xmm0
  pmovmskb edx, xmm1
  movdqa xmm1, [rdi + 16]
  pcmpeqb xmm1, xmm0
  pmovmskb eax, xmm1
  shl eax, 16
  or eax, edx
  shr eax, cl
  bsf eax, eax
  ret
_start:
  mov r12d, 3000
.again:
  mov rsi, word_
  mov ecx, 2
  call sum_paragraphs
  mov rsi, hello + 2
  mov ecx, 1
  call sum_paragraphs
  dec r12d
  jnz .again
  mov rdi, hello
  call length
  mov edi, eax
  mov eax, 60
  syscall
