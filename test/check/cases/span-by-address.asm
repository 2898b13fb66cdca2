; exit 0
; The length of a span is worked out as the program runs, from its second variable to the label behind the last one: one byte
; more is behind the end, and the first variable does not belong to it.
        global _start

        section .bss
before: resb 16
count:  resd 1
total:  resq 1
over:
        resb 8
        section .text
_start: mov     rdi, count
        mov     rcx, last
        sub     rcx, rdi
        xor     eax, eax
        rep stosb

        mov     rsi, before
        xor     ecx, ecx
.fill:  mov     byte [rsi + rcx], 0     ; expect: global-overflow-write
        inc     ecx
        cmp     ecx, 17
        jb      .fill

        mov     rdi, small
        mov     rcx, last
        sub     rcx, rdi
        inc     rcx
        rep stosb                       ; expect: global-overflow-write

        xor     edi, edi
        mov     eax, 60
        syscall

        section .bss
small:  resb 3
last:
