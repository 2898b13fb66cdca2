; exit 0
; As in 64-bit programs, through a label and through a register.
        bits 32
        global _start
        common flag 1
        common buffer 16:4
        section .text
_start: mov eax, [flag]                 ; expect: element-size-mismatch
        mov esi, buffer
        mov al, [esi + 16]              ; expect: global-overflow-read
        mov [buffer + 14], ax
        mov eax, 1
        xor ebx, ebx
        int 0x80
