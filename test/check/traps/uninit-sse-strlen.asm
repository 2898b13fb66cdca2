; A string is searched sixteen bytes at a time: what lies behind its end is loaded, and masked away before it decides. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 32
  call malloc
  mov rbx, rax
  mov dword [rbx], "abcd"
  mov byte [rbx+4], 0
  pxor xmm0, xmm0
  movdqu xmm1, [rbx]
  pcmpeqb xmm0, xmm1
  pmovmskb eax, xmm0
  bsf eax, eax
  cmp eax, 4
  jne .bad
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
.bad:
  mov eax, 1
  pop rbx
  ret
