; {"bits":64,"input":"one two  three\n\tfour\n\nlast line has no end"}
; Reads in pieces of five bytes and counts lines, words and bytes as wc does.
%include "bare64.inc"
global _start
_start:
        xor     r12d, r12d              ; lines
        xor     r13d, r13d              ; words
        xor     r14d, r14d              ; bytes
        xor     r15d, r15d              ; inside of a word
.piece: xor     eax, eax
        xor     edi, edi
        lea     rsi, [rel buffer]
        mov     edx, 5
        syscall
        test    rax, rax
        jle     .end
        add     r14, rax
        mov     rcx, rax
        lea     rbx, [rel buffer]
.byte:  mov     al, [rbx]
        inc     rbx
        cmp     al, 10
        jne     .space
        inc     r12
.space: cmp     al, ' '
        je      .outside
        cmp     al, 9
        jb      .inside
        cmp     al, 13
        jbe     .outside
.inside:
        test    r15, r15
        jnz     .again
        inc     r13
        mov     r15d, 1
        jmp     .again
.outside:
        xor     r15d, r15d
.again: loop    .byte
        jmp     .piece
.end:   number  r12
        say     " "
        number  r13
        say     " "
        number  r14
        say     10
        leave_with 0
section .bss
buffer: resb    5
