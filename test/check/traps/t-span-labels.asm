; Three labels of one array, closed by an end label, summed in one walk. exit 0
global _start
section .data
row0: dd 1, 2, 3
row1: dd 4, 5, 6
row2: dd 7, 8, 9
rows_end:
section .text
_start:
  mov esi, row0
  xor edi, edi
.l:
  add edi, [rsi]
  add rsi, 4
  cmp rsi, rows_end
  jb .l
  sub edi, 45
  mov eax, 60
  syscall
