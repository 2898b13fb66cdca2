; xor, sub, and with zero, sbb, pxor, pcmpeqd of registers never set. exit 0
global _start
section .bss
o: resb 64
section .text
_start:
  sub rsp, 32
  mov rbx, [rsp]
  mov rcx, [rsp+8]
  movdqu xmm3, [rsp]
  movdqu xmm4, [rsp]
  xor ebx, ebx
  sub rcx, rcx
  jnz .bad
  pxor xmm3, xmm3
  pcmpeqd xmm4, xmm4
  movmskps eax, xmm4
  cmp eax, 15
  jne .bad
  movd eax, xmm3
  test eax, eax
  jnz .bad
  mov rax, [rsp+16]
  and eax, 0
  jnz .bad
  mov rax, [rsp+16]
  or eax, -1
  cmp eax, -1
  jne .bad
  mov eax, [rsp+16]
  cmp eax, eax
  jne .bad
  sbb eax, eax
  jnz .bad
  mov eax, [rsp+16]
  imul eax, eax, 0
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
