; A backward copy leaves the direction flag set, and memset is called. exit 0
global main
extern memset
section .bss
buffer: resb 16
section .text
main:
  sub rsp, 8
  std
  mov esi, buffer+7
  mov edi, buffer+15
  mov ecx, 8
  rep movsb
  mov edi, buffer
  xor esi, esi
  xor edx, edx
  call memset ; expect: direction-flag
  cld
  add rsp, 8
  xor eax, eax
  ret
