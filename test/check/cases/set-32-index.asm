; 32 bits: an index one too large in a table of words. exit 0
        bits 32
        global _start
        section .data
tab:    dw 1, 2, 3
more:   dd 9
        section .text
_start: mov ecx, 3
        mov ebx, tab
        movzx eax, word [ebx+ecx*2]     ; expect: global-overflow-read
        xor ebx, ebx
        mov eax, 1
        int 0x80
