; Rows are one array up to its own ends, and an element of it is one row's. exit 0
global _start
section .data
before: dd 0
row0:   dd 1, 2, 3
row1:   dd 4, 5, 6
row2:   dd 7, 8, 9
after:  dd 0
section .text
_start: mov eax, [row2+12] ; expect: global-overflow-read
        mov ecx, [row0-4] ; expect: global-overflow-read
        mov edx, [row0+9*4] ; expect: global-overflow-read
        mov rdx, [row1+8] ; expect: global-overflow-read
        mov dword [row1+10], 5 ; expect: global-overflow-write
        xor edi, edi
        mov eax, 60
        syscall
