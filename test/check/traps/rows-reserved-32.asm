; Rows that are reserved are one array, where their names or the length of all say so. exit 4
bits 32
global _start
section .bss
line1:  resb 8
line2:  resb 8
line3:  resb 8
rowA:   resd 2
rowB:   resd 2
rowC:   resd 2
section .text
_start: mov edi, line1
        mov ecx, line_bytes
        mov al, '.'
        rep stosb
line_bytes equ 3 * 8
        mov byte [line1+9], 'x'
        lea edi, [line2+3]
        sub edi, 8
        mov byte [edi], 'y'
        mov esi, rowA
        mov dword [esi+16], 1
        mov ecx, 2
.next:  add [rowA+ecx*8], ecx
        dec ecx
        jns .next
        mov ebx, [rowC]
        inc ebx
        mov [rowB-4], ebx
        mov eax, 1
        int 0x80
