; A loop fills a local buffer of 16 bytes with 32. signal SIGSEGV
global _start
section .text
_start:
  call work
  mov eax, 60
  xor edi, edi
  syscall
work:
  push rbp
  mov rbp, rsp
  sub rsp, 16
  xor ecx, ecx
.fill:
  mov byte [rsp+rcx], 'A' ; expect: stack-buffer-overflow-write
  inc ecx
  cmp ecx, 32
  jb .fill
  leave
  ret ; expect: return-address-overwritten, unmapped-access
