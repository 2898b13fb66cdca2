; Numbers in vector registers over calls of libc: for a function of them, and one in a loop. exit 0
global main
extern puts, sqrt, rand, ldexp
section .data
text: db "text", 0
x: dq 2.5
sum: dq 0.0
section .text
main:
  push rbx
  movsd xmm0, [x]
  mov edi, text
  call puts
  call sqrt ; expect: volatile-after-call
  movsd [sum], xmm0
  mov edi, 2
  call ldexp
  mov ebx, 2
  movsd xmm3, [x]
.next:
  addsd xmm3, [x] ; expect: volatile-after-call
  call rand
  dec ebx
  jnz .next
  pextrq rdi, xmm4, 1 ; expect: volatile-after-call
  pop rbx
  xor eax, eax
  ret
