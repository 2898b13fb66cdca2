; The bytes of a block are summed up by a whole vector, of which a mask takes what is not the block's. exit 85
global main
extern malloc, free
section .rodata
mask: dq 0x0000FFFFFFFFFFFF, 0
section .text
main:
  push rbx
  mov edi, 6
  call malloc
  mov rdi, rax
  mov dword [rax], 'abcd'
  mov word [rax + 4], 'ef'
  movdqa xmm0, [rax]
  movdqu xmm1, [mask]
  pand xmm0, xmm1
  pxor xmm2, xmm2
  psadbw xmm0, xmm2
  movd ebx, xmm0
  call free
  movzx eax, bl
  pop rbx
  ret
