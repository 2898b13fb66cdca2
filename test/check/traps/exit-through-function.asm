; The last function never returns: nothing stands behind its call. exit 0
global _start
section .text
quit:
  mov eax, 60
  xor edi, edi
  syscall
_start:
  call quit
