; exit 0
; Variables written beside the function that uses them, under local labels: each is an object of its own.
        default rel
        global _start
        section .text
itoa:
        section .bss
.buf:   resb 8
.len:   resd 1
        section .text
        lea rsi, [.buf]
        mov ecx, 8
.l:     mov byte [rsi+rcx], '0' ; expect: global-overflow-write
        dec ecx
        jns .l
        ret
_start: call itoa
        xor edi, edi
        mov eax, 60
        syscall
