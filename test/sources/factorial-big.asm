; {"bits":64}
; 100! with numbers of many words: mul, adc, and division by ten from the top.
%include "bare64.inc"
WORDS   equ     9
global _start
_start: mov     qword [big], 1
        mov     ebx, 2
.times: xor     ecx, ecx
        xor     r8d, r8d
.word:  mov     rax, [big+rcx*8]
        mul     rbx
        add     rax, r8
        adc     rdx, 0
        mov     [big+rcx*8], rax
        mov     r8, rdx
        inc     ecx
        cmp     ecx, WORDS
        jb      .word
        inc     ebx
        cmp     ebx, 100
        jbe     .times
        lea     rdi, [digits_end]
        mov     ebx, 10
.digit: xor     edx, edx
        xor     r9d, r9d
        mov     ecx, WORDS
.down:  mov     rax, [big+rcx*8-8]
        div     rbx
        mov     [big+rcx*8-8], rax
        or      r9, rax
        loop    .down
        dec     rdi
        add     dl, '0'
        mov     [rdi], dl
        test    r9, r9
        jnz     .digit
        mov     rsi, rdi
        lea     rdx, [digits_end]
        sub     rdx, rsi
        push    rdx
        call    write_out
        say     10
        pop     rdi
        mov     eax, 60
        syscall
section .bss
big:    resq    WORDS
digits: resb    200
digits_end:
