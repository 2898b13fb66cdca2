; fgets is given more than the buffer. exit 0
; input: abcdefghijklmnop\n
global main
extern fgets, stdin
section .bss
line: resb 8
after: resb 32
section .text
main:
  sub rsp, 8
  mov edi, line
  mov esi, 32
  mov rdx, [stdin]
  call fgets ; expect: global-overflow-write
  add rsp, 8
  xor eax, eax
  ret
