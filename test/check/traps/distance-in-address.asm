; exit 0
; The second array reached by the distance of the labels, known before running.
        default rel
        global _start
        section .data
places: dd 1,2,3
speeds: dd 4,5,6
        section .text
_start: lea rsi, [places]
        mov eax, [rsi+speeds-places]
        mov eax, [rsi+speeds-places+4]
        xor edi, edi
        mov eax, 60
        syscall
