; A sum over a local array takes one element too many. exit 0
global _start
section .text
_start:
  call sum
  xor edi, edi
  mov eax, 60
  syscall
sum:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  mov qword [rbp-16], 1
  mov qword [rbp-8], 2
  xor eax, eax
  xor ecx, ecx
.next:
  add rax, [rbp-16+rcx*8] ; expect: stack-buffer-overflow-read
  inc ecx
  cmp ecx, 3
  jb .next
  leave
  ret
