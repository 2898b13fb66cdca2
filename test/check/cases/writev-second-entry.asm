; exit 4
; The second entry of an I/O vector points nowhere: the kernel writes the first one and says so.
        global  _start

        section .data
text:   db "one", 10
vector: dq text, 4
        dq 0x1000, 10

        section .text
_start: mov     eax, 20
        mov     edi, 1
        mov     rsi, vector
        mov     edx, 2
        syscall                         ; expect: syscall-bad-address
        mov     edi, eax
        mov     eax, 60
        syscall
