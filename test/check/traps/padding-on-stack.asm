; Struct copy with padding via rep movsb and movups on stack. exit 0
global _start
struc s
.a: resb 1
alignb 8
.b: resq 1
endstruc
section .bss
dst: resb s_size
section .text
_start:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov byte [rbp-16+s.a], 1
  mov qword [rbp-16+s.b], 2
  lea rsi, [rbp-16]
  mov rdi, dst
  mov ecx, s_size
  rep movsb
  movups xmm0, [rbp-16]
  movups [dst], xmm0
  cmp byte [dst+s.a], 1
  jne .bad
  xor edi, edi
  jmp .o
.bad: mov edi, 1
.o:
  mov eax, 60
  syscall
