; exit 0
; Texts in a row: a count that ends inside of the next text, or behind the last one, is none of theirs.
        global  _start

        section .data
brief:  db "hi", 10
wordy:  db "a longer message", 10

        section .text
_start: mov     eax, 1
        mov     edi, 1
        mov     rsi, brief
        mov     edx, 17
        syscall                         ; expect: syscall-bad-address

        mov     eax, 1
        mov     rsi, wordy
        mov     edx, 100
        syscall                         ; expect: syscall-bad-address

        mov     eax, 60
        xor     edi, edi
        syscall
