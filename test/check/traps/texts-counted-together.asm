; exit 0
; Texts in a row are written by one call, and a name goes on under the next label up to its zero byte.
        global  _start

        section .data
brief:  db "hi", 10
wordy:  db "a longer message", 10
folder: db "/dev"
name:   db "/null", 0

        section .text
_start: mov     eax, 1
        mov     edi, 1
        mov     rsi, brief
        mov     edx, 20
        syscall

        mov     eax, 2
        mov     rdi, folder
        xor     esi, esi
        syscall
        test    eax, eax
        js      .end
        mov     edi, eax
        mov     eax, 3
        syscall
.end:   mov     eax, 60
        xor     edi, edi
        syscall
