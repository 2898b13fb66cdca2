; 32-bit main aligns its stack and gives it back through ebp. exit 0
bits 32
global main
extern puts
section .rodata
text: db "aligned", 0
section .text
main:
  push ebp
  mov ebp, esp
  and esp, -16
  sub esp, 16
  mov dword [esp], text
  call puts
  xor eax, eax
  leave
  ret
