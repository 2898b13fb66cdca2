; {"bits":64,"flat":true}
; Segments that may not be written, with memory behind the file's bytes: whole pages of it are anonymous, read and written
; whatever the segment says, and executable where it is; the rest of the file's last page stays what the file has.
bits 64
org 0x400000

header:
        db 0x7f, "ELF", 2, 1, 1
        times 9 db 0
        dw 2, 62
        dd 1
        dq start, headers - header, 0
        dd 0
        dw 64, 56, 4, 0, 0, 0

%macro load 5                           ; flags, offset, address, bytes in the file and in memory
        dd 1, %1
        dq %2, %3, %3, %4, %5, 0x1000
%endmacro
headers:
        load 5, 0, header, size, 0x3000
        load 4, 0, 0x500000, 16, 0x2000
        load 0, 0, 0x600000, 0, 0x1000
        load 2, 0, 0x700000, 8, 0x2000

start:  mov byte [header + 0x2000], 0xc3
        mov eax, header + 0x2000
        call rax
        mov byte [0x501000], 1
        mov byte [0x600000], 2
        mov byte [0x701000], 4
        movzx edi, byte [0x501000]
        add dil, [0x600000]
        add dil, [0x701000]
        add dil, [behind]
        mov eax, 60
        syscall
size    equ $ - header
behind: db 40
