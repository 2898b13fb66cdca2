; Rows of a matrix and glyphs of a font have labels of their own and are walked as one. exit 113
global _start
section .data
row0:   dd 1, 2, 3
row1:   dd 4, 5, 6
row2:   dd 7, 8, 9
section .rodata
glyphA: db 0x18, 0x24, 0x42, 0x7e
glyphB: db 0x7c, 0x42, 0x7c, 0x00
glyphC: db 0x3c, 0x40, 0x40, 0x04
section .text
_start: mov rsi, row0
        mov ecx, 9
        xor edi, edi
.sum:   add edi, [rsi]
        add rsi, 4
        loop .sum
        mov ebx, 2
        lea eax, [rbx+rbx*2]
        sub edi, [row0+rax*4+4]
        lea rsi, [glyphA+rbx*4]
        movzx eax, byte [rsi+1]
        add edi, eax
        mov rsi, row0 + 12
        sub edi, [rsi]
        movzx eax, byte [rsi-12]
        add edi, eax
        add edi, 15
        mov eax, 60
        syscall
