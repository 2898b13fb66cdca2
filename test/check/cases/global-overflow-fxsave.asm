; The whole state has 512 bytes. exit 0
global _start
section .text
_start:
  fxsave [area] ; expect: global-overflow-write
  fnsave [small] ; expect: global-overflow-write
  fxsave [enough]
  xor edi, edi
  mov eax, 60
  syscall
section .bss
alignb 16
area: resb 256
next: resb 512
small: resb 94
behind: resb 40
alignb 16
enough: resb 512
