; A table of days indexed with 7; and before its start. exit 0
global _start
section .rodata
months: db 31,28,31,30,31,30
days: db 1,2,3,4,5,6,7
rest: db 9,9,9
section .text
_start:
  mov ecx, 7
  movzx eax, byte [days+rcx] ; expect: global-overflow-read
  mov rcx, -1
  movzx edx, byte [days+rcx] ; expect: global-overflow-read
  lea rbx, [rel days]
  mov al, [rbx+7] ; expect: global-overflow-read
  mov eax, 60
  xor edi, edi
  syscall
