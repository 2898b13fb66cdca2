; {"bits":64,"libc":true}
; Functions of mathematics by a table: name, function, argument; results with ten places, and those of two arguments.
default rel
global main
extern sqrt, sin, cos, tan, atan, exp, log, log10, log2, cbrt, floor, ceil, round, trunc, fabs, tanh, sinh, pow, fmod, atan2, hypot, printf, ldexp, frexp, modf
section .text
main:   push    rbx
        push    rbp
        push    r12
        lea     rbx, [table]
        mov     ebp, entries
.each:  movsd   xmm0, [rbx+16]
        call    [rbx+8]
        movsd   xmm1, xmm0
        movsd   xmm0, [rbx+16]
        lea     rdi, [line]
        mov     rsi, [rbx]
        mov     eax, 2
        call    printf
        add     rbx, 24
        dec     ebp
        jnz     .each
        lea     rbx, [pairs]
        mov     ebp, pair_entries
.both:  movsd   xmm0, [rbx+16]
        movsd   xmm1, [rbx+24]
        call    [rbx+8]
        lea     rdi, [pair_line]
        mov     rsi, [rbx]
        mov     eax, 1
        call    printf
        add     rbx, 32
        dec     ebp
        jnz     .both
        movsd   xmm0, [pairs+16]
        mov     edi, 10
        call    ldexp
        lea     rdi, [exponent]
        call    frexp
        lea     rdi, [parted]
        mov     esi, [exponent]
        mov     eax, 1
        call    printf
        movsd   xmm0, [negative]
        lea     rdi, [whole]
        call    modf
        movsd   xmm1, [whole]
        lea     rdi, [parted_too]
        mov     eax, 2
        call    printf
        pop     r12
        pop     rbp
        pop     rbx
        xor     eax, eax
        ret
section .data
%macro entry 2
        dq      %%name, %1, %2
[section .rodata]
%defstr %%text %1
%%name: db      %%text, 0
__?SECT?__
%endmacro
%macro pair 3
        dq      %%name, %1, %2, %3
[section .rodata]
%defstr %%text %1
%%name: db      %%text, 0
__?SECT?__
%endmacro
align 8
table:
        entry   sqrt, 2.0
        entry   sin, 1.0
        entry   cos, 1.0
        entry   tan, 0.75
        entry   atan, 1.0
        entry   exp, 1.0
        entry   log, 10.0
        entry   log10, 1000.0
        entry   log2, 10.0
        entry   cbrt, 27.0
        entry   floor, -2.5
        entry   ceil, -2.5
        entry   round, 2.5
        entry   trunc, -2.75
        entry   fabs, -0.0
        entry   tanh, 0.5
        entry   sinh, 1.5
        entry   sqrt, -1.0
        entry   log, 0.0
entries equ     ($ - table) / 24
pairs:
        pair    pow, 2.0, 0.5
        pair    pow, -8.0, 3.0
        pair    fmod, 10.5, 3.0
        pair    atan2, -1.0, -1.0
        pair    hypot, 3.0, 4.0
pair_entries equ ($ - pairs) / 32
negative: dq    -3.25
section .rodata
line:   db      "%s(%g) = %.10f", 10, 0
pair_line: db   "%s: %.12g", 10, 0
parted: db      "%f %d", 10, 0
parted_too: db  "%f %f", 10, 0
section .bss
alignb 8
whole:  resq    1
exponent: resd  1
section .note.GNU-stack noalloc noexec nowrite progbits
