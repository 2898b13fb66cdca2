; {"bits":64}
; Doubles to decimal digits with the x87 alone: fbstp, roots, logarithms, rounding, comparisons, a series for pi.
%include "bare64.inc"
global _start
_start: fldpi
        call    show
        fld1
        fadd    st0, st0
        fsqrt
        call    show
        fldln2
        fld     qword [ten]
        fyl2x                           ; ln 10
        call    show
        fld     qword [ten]
        fldpi
        fdivrp  st1, st0
        fsin
        call    show
        fld     qword [negative]
        frndint
        call    show
        fnstcw  [control]
        or      word [control], 0x0c00  ; towards zero
        fldcw   [control]
        fld     qword [negative]
        frndint
        call    show
        fninit
        fld     qword [negative]
        fld     qword [ten]
        fprem
        call    show
        fstp    st0
        fld     qword [ten]
        fcom    qword [negative]
        fnstsw  ax
        sahf
        seta    al
        fstp    st0
        movzx   eax, al
        call    write_number
        say     10
        fldz                            ; 4 (1 - 1/3 + 1/5 …), 1000 terms
        fld1
        mov     ecx, 1000
.term:  mov     [whole], ecx
        fild    dword [whole]
        fadd    st0, st0
        fsub    st0, st1
        fdivr   st0, st1
        test    cl, 1
        jnz     .plus
        fchs
.plus:  faddp   st2, st0
        loop    .term
        fstp    st0
        fmul    qword [four]
        call    show
        fld     tword [huge]
        fxam
        fnstsw  ax
        fstp    st0
        and     eax, 0x4700
        call    write_number
        say     10
        leave_with 0
; st0 is printed with six places and taken off
show:   fmul    qword [million]
        fbstp   [packed]
        mov     rdi, buffer
        mov     byte [rdi], ' '
        test    byte [packed+9], 0x80
        jz      .digits
        mov     byte [rdi], '-'
.digits: inc    rdi
        mov     ecx, 8
.byte:  mov     al, [packed+rcx]
        mov     ah, al
        shr     al, 4
        and     ah, 15
        add     ax, '00'
        stosw
        dec     ecx
        jns     .byte
        mov     al, 10
        stosb
        mov     rsi, buffer
        mov     edx, 20
        jmp     write_out
section .data
ten:    dq      10.0
negative: dq    -123.5
million: dq     1e6
four:   dq      4.0
huge:   dt      1e4000
section .bss
packed: rest    1
control: resw   1
alignb 8
whole:  resd    1
buffer: resb    24
