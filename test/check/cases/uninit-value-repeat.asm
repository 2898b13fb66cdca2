; rep movsb with a count from a local variable. exit 0
global _start
section .bss
target: resb 16
section .rodata
source: db "0123456789abcdef"
section .text
_start:
  call copy
  xor edi, edi
  mov eax, 60
  syscall
copy:
  sub rsp, 24
  mov ecx, [rsp+12]
  and ecx, 15
  mov esi, source
  mov edi, target
  rep movsb ; expect: uninit-value
  add rsp, 24
  ret
