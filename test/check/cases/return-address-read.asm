; The kernel reads 32 bytes of input into 16. signal SIGSEGV
; input: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
global _start
section .text
_start:
  call work
  mov eax, 60
  xor edi, edi
  syscall
work:
  sub rsp, 16
  xor eax, eax
  xor edi, edi
  mov rsi, rsp
  mov edx, 32
  syscall ; expect: stack-buffer-overflow-write
  add rsp, 16
  ret ; expect: return-address-overwritten, unmapped-access
