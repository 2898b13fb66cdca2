; After a call: registers filled from others whose lanes are partly set, and single lanes set and read again. exit 30
default rel
global main
extern malloc, free, puts
section .rodata
text: db "lanes", 0
align 8
pair: dd 5, 6
section .text
main:
  push rbx
  sub rsp, 16
  mov edi, 16
  call malloc
  test rax, rax
  jz .end
  mov rbx, rax
  lea rdi, [text]
  call puts
  mov dword [rbx+4], 1          ; lanes 0 and 2 stay as they are
  mov dword [rbx+12], 3
  movdqu xmm0, [rbx]
  movdqa xmm1, xmm0
  paddd xmm1, xmm1
  pshufd xmm2, xmm0, 0x4e
  paddd xmm2, xmm0
  pshuflw xmm3, xmm0, 0xe4
  psubd xmm3, xmm1
  movddup xmm4, xmm0
  paddq xmm4, xmm4
  movshdup xmm8, xmm0
  paddd xmm8, xmm8
  pmovzxbw xmm9, xmm0
  paddw xmm9, xmm9
  pabsd xmm10, xmm0
  paddd xmm10, xmm10
  cvtdq2ps xmm11, xmm0
  addps xmm11, xmm11
  insertps xmm12, xmm0, 0x10    ; lane 0 of the one into lane 1 of the other
  insertps xmm12, xmm0, 0x50    ; its lane 1
  pextrd ecx, xmm1, 1           ; 2
  pextrd edx, xmm2, 3           ; 4
  add ecx, edx
  movd edx, xmm8                ; 2
  add ecx, edx
  pextrd edx, xmm10, 3          ; 6
  add ecx, edx
  mov edx, 7
  pinsrd xmm5, edx, 1
  pextrd eax, xmm5, 1
  add ecx, eax
  movhps xmm6, [pair]
  movhlps xmm7, xmm6
  movd eax, xmm7                ; 5
  add ecx, eax
  movdqa xmm13, xmm0
  psrldq xmm13, 4
  movd eax, xmm13               ; 1
  add ecx, eax
  pshufd xmm14, xmm0, 0xff
  paddd xmm14, xmm14
  movd eax, xmm14               ; 6
  lea ecx, [ecx+eax-3]
  mov [rsp+8], ecx
  mov rdi, rbx
  call free
.end:
  mov eax, [rsp+8]
  add rsp, 16
  pop rbx
  ret
