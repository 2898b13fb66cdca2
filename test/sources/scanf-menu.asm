; {"bits":64,"libc":true,"input":"1 20 22\n2 2.5 4\n3 some word\n1 x\n4 0x1f 077 -5\n9\n0\nleft over"}
; A menu driven by scanf: numbers, doubles, words, sets, wrong input that has to be skipped.
default rel
global main
extern printf, scanf, getchar
section .text
main:   push    rbp
        mov     rbp, rsp
.menu:  lea     rdi, [number_format]
        lea     rsi, [choice]
        xor     eax, eax
        call    scanf
        cmp     eax, 1
        jne     .end
        mov     eax, [choice]
        test    eax, eax
        jz      .end
        cmp     eax, 4
        ja      .unknown
        lea     rdx, [jumps]
        movsxd  rax, dword [rdx+rax*4]
        add     rax, rdx
        jmp     rax
.add:   lea     rdi, [two_format]
        lea     rsi, [a]
        lea     rdx, [b]
        xor     eax, eax
        call    scanf
        cmp     eax, 2
        jne     .wrong
        mov     esi, [a]
        add     esi, [b]
        lea     rdi, [sum_format]
        xor     eax, eax
        call    printf
        jmp     .menu
.wrong: mov     esi, eax
        lea     rdi, [wrong_format]
        xor     eax, eax
        call    printf
.skip:  call    getchar
        cmp     eax, 10
        je      .menu
        cmp     eax, -1
        jne     .skip
        jmp     .end
.multiply:
        lea     rdi, [doubles_format]
        lea     rsi, [x]
        lea     rdx, [y]
        xor     eax, eax
        call    scanf
        movsd   xmm0, [x]
        mulsd   xmm0, [y]
        cvtss2sd xmm1, [single]
        lea     rdi, [product_format]
        mov     eax, 2
        call    printf
        jmp     .menu
.words: lea     rdi, [words_format]
        lea     rsi, [first]
        lea     rdx, [second]
        lea     rcx, [count]
        xor     eax, eax
        call    scanf
        mov     esi, eax
        lea     rdx, [first]
        lea     rcx, [second]
        mov     r8d, [count]
        lea     rdi, [shown_format]
        xor     eax, eax
        call    printf
        jmp     .menu
.bases: lea     rdi, [bases_format]
        lea     rsi, [a]
        lea     rdx, [b]
        lea     rcx, [wide]
        xor     eax, eax
        call    scanf
        mov     esi, eax
        mov     edx, [a]
        mov     ecx, [b]
        mov     r8, [wide]
        lea     rdi, [based_format]
        xor     eax, eax
        call    printf
        jmp     .menu
.unknown:
        lea     rdi, [unknown_format]
        mov     esi, eax
        xor     eax, eax
        call    printf
        jmp     .menu
.end:   call    getchar
        call    getchar
        mov     esi, eax
        lea     rdi, [last_format]
        xor     eax, eax
        call    printf
        xor     eax, eax
        leave
        ret
section .rodata
align 4
jumps:  dd      main.end - jumps, main.add - jumps, main.multiply - jumps, main.words - jumps, main.bases - jumps
number_format: db "%d", 0
two_format: db  "%d%d", 0
doubles_format: db "%lf %lf", 0
words_format: db " %7[a-z] %4s%n", 0
bases_format: db "%i %i %ld", 0
sum_format: db  "sum %d", 10, 0
wrong_format: db "only %d", 10, 0
product_format: db "%.3f %g", 10, 0
shown_format: db "%d [%s] [%s] %d", 10, 0
based_format: db "%d: %d %d %ld", 10, 0
unknown_format: db "no %d", 10, 0
last_format: db "then '%c'", 10, 0
single: dd      0.1
section .bss
choice: resd    1
a:      resd    1
b:      resd    1
count:  resd    1
wide:   resq    1
x:      resq    1
y:      resq    1
first:  resb    8
second: resb    8
section .note.GNU-stack noalloc noexec nowrite progbits
