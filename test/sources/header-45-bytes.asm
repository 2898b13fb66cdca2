; {"bits":32,"flat":true}
; A header of 45 bytes: the kernel looks at no class and no byte order, sees zeros behind the file's end, and maps more of the
; file than there is.
bits 32
org 0x10000

        db 0x7f, "ELF"
        dd 1                            ; the segment: PT_LOAD,
        dd 0                            ; from the beginning of the file,
        dd $$                           ; here
        dw 2, 3                         ; the type and the machine; the physical address
        dd start                        ; the version, and so many bytes of the file
        dd start                        ; the entry point, so many bytes of memory
        dd 4                            ; the headers' offset, and that the segment is read
start:  mov bl, 42
        xor eax, eax
        inc eax
        int 0x80
        db 0
        dw 52, 32, 1
        db 0
