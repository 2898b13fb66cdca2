; {"bits":64,"input":"3 4 + 2 *\n10 3 - 4 /\n7 0 /\n5 5 5\n1 +\n2 8 ^ 1 -\n-6 4 %\n"}
; Reverse Polish notation line by line, with a table of jumps and a stack of its own.
%include "bare64.inc"
global _start
_start: xor     eax, eax
        xor     edi, edi
        mov     rsi, text
        mov     edx, text_size
        syscall
        lea     r12, [text]
        lea     r13, [r12+rax]
.line:  lea     rbp, [stack_end]
.word:  cmp     r12, r13
        jae     .end
        movzx   eax, byte [r12]
        inc     r12
        cmp     al, ' '
        je      .word
        cmp     al, 10
        je      .result
        cmp     al, '-'
        jne     .digits
        movzx   ecx, byte [r12]
        sub     ecx, '0'
        cmp     ecx, 9
        ja      .operator
        inc     r12
        mov     eax, ecx
        call    decimal
        neg     rax
        jmp     .push
.digits: lea    ecx, [rax-'0']
        cmp     ecx, 9
        ja      .operator
        mov     eax, ecx
        call    decimal
.push:  sub     rbp, 8
        mov     [rbp], rax
        jmp     .word
.operator:
        sub     al, '%'
        cmp     al, '/'-'%'
        ja      .power
        movzx   eax, al
        mov     rdx, [operators+rax*8]
        jmp     .do
.power: mov     rdx, raise
        cmp     al, '^'-'%'
        je      .do
        mov     rdx, unknown
.do:    lea     rcx, [stack_end-8]
        cmp     rbp, rcx
        jae     .few
        mov     rax, [rbp+8]
        mov     rcx, [rbp]
        call    rdx
        jc      .bad
        add     rbp, 8
        mov     [rbp], rax
        jmp     .word
.few:   say     "too few", 10
        jmp     .skip
.bad:   say     "cannot", 10
.skip:  cmp     byte [r12], 10          ; the rest of the line
        lea     r12, [r12+1]
        jne     .skip
        jmp     .line
.result:
        lea     rcx, [stack_end-8]
        cmp     rbp, rcx
        je      .one
        say     "not one number", 10
        jmp     .line
.one:   number  [rbp]
        say     10
        jmp     .line
.end:   leave_with 0
; eax first digit, r12 behind it: the number in rax
decimal:
        movzx   ecx, byte [r12]
        sub     ecx, '0'
        cmp     ecx, 9
        ja      .out
        lea     rax, [rax+rax*4]
        lea     rax, [rcx+rax*2]
        inc     r12
        jmp     decimal
.out:   ret
plus:   add     rax, rcx
        clc
        ret
minus:  sub     rax, rcx
        clc
        ret
times_: imul    rax, rcx
        clc
        ret
over:   test    rcx, rcx
        jz      unknown
        cqo
        idiv    rcx
        clc
        ret
rest:   call    over
        jc      unknown
        mov     rax, rdx
        clc
        ret
raise:  mov     rdx, rax
        mov     eax, 1
.again: jrcxz   .out
        imul    rax, rdx
        dec     rcx
        jmp     .again
.out:   clc
        ret
unknown: stc
        ret
section .data
operators: dq   rest, unknown, unknown, unknown, unknown, times_, plus, unknown, minus, unknown, over
section .bss
text_size equ   256
text:   resb    text_size
        resb    1
alignb 8
        resq    64
stack_end:
