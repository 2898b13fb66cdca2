; An index from a local variable that was never set; masked, so that it stays inside the table. exit 0
global _start
section .rodata
table: db 1, 2, 3, 4, 5, 6, 7, 8
section .text
_start:
  call pick
  xor edi, edi
  mov eax, 60
  syscall
pick:
  sub rsp, 24
  mov rcx, [rsp+8]
  and ecx, 7
  movzx eax, byte [table+rcx] ; expect: uninit-address
  add rsp, 24
  ret
