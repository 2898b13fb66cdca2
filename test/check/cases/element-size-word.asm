; A word variable read as a dword, a byte written as a qword. exit 0
global _start
section .data
w: dw 5
x: dw 6
b: db 1
c: db 2
   times 8 db 0
section .text
_start:
  mov eax, [w] ; expect: element-size-mismatch
  mov qword [b], 0 ; expect: element-size-mismatch
  mov eax, 60
  xor edi, edi
  syscall
