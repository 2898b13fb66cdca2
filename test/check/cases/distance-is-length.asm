; exit 5
; A distance to the next label is how long the text is, in an operand and in data: the text is none the longer for it.
        default rel
        global _start

        section .data
first:  db "one", 0
second: db "two", 0
third:  db "four", 0
behind:

lengths: dd second - first, third - second, $ - third

        section .text
_start: lea     rsi, [first]
        mov     ecx, second - first
        xor     ebx, ebx
.more:  movzx   eax, byte [rsi + rcx]   ; expect: global-overflow-read
        add     ebx, eax
        dec     ecx
        jns     .more

        lea     rdi, [second]
        mov     ecx, [lengths + 4]
        inc     ecx
        mov     al, 0
        rep stosb                       ; expect: global-overflow-write
        mov     edi, [lengths + 8]
        and     edi, 15
        mov     eax, 60
        syscall
