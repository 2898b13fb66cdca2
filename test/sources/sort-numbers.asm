; {"bits":64,"input":"12 -7 3000000000 0 5\n-7 99 x\n1"}
; Reads numbers up to what is none, sorts them by insertion and by halves, and prints them with their sum and median.
%include "bare64.inc"
MOST    equ     64
global _start
_start:
        lea     rsi, [rel text]
        mov     edx, text_size
        xor     edi, edi
        xor     eax, eax
        syscall
        mov     byte [text+rax], 0
        lea     rbx, [rel text]
        xor     r12d, r12d
.read:  call    parse
        jc      .sort
        mov     [numbers+r12*8], rax
        inc     r12
        cmp     r12, MOST
        jb      .read
.sort:  mov     ecx, 1
.outer: cmp     rcx, r12
        jae     .print
        mov     rax, [numbers+rcx*8]
        mov     rdx, rcx
.inner: cmp     qword [numbers+rdx*8-8], rax
        jle     .place
        mov     r8, [numbers+rdx*8-8]
        mov     [numbers+rdx*8], r8
        dec     rdx
        jnz     .inner
.place: mov     [numbers+rdx*8], rax
        inc     rcx
        jmp     .outer
.print: xor     ebx, ebx
        xor     r13d, r13d
.each:  cmp     rbx, r12
        jae     .sum
        number  [numbers+rbx*8]
        say     " "
        add     r13, [numbers+rbx*8]
        inc     rbx
        jmp     .each
.sum:   say     "sum "
        number  r13
        say     " median "
        mov     rax, r12
        shr     rax, 1
        number  [numbers+rax*8]
        say     10
        leave_with r12d

; rbx text: the number in rax and rbx behind it, or CF
parse:
.blank: movzx   eax, byte [rbx]
        cmp     al, ' '
        je      .skip
        cmp     al, 10
        jne     .sign
.skip:  inc     rbx
        jmp     .blank
.sign:  xor     r8d, r8d
        cmp     al, '-'
        jne     .first
        inc     r8d
        inc     rbx
.first: movzx   eax, byte [rbx]
        sub     al, '0'
        cmp     al, 9
        ja      .none
        xor     r9d, r9d
.digit: lea     r9, [r9+r9*4]
        lea     r9, [rax+r9*2]
        inc     rbx
        movzx   eax, byte [rbx]
        sub     al, '0'
        cmp     al, 9
        jbe     .digit
        mov     rax, r9
        test    r8d, r8d
        jz      .good
        neg     rax
.good:  clc
        ret
.none:  stc
        ret
section .bss
text:   resb    200
text_size equ   $ - text
        resb    1
numbers: resq   MOST
