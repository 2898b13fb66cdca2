; {"bits":32,"libc":true}
; Doubles in cdecl: functions of mathematics return in st0, pow takes two, strtod, atof, a quadratic equation, own functions.
global main
extern sin, pow, floor, exp, printf, atof, strtod, sqrt, log
%macro show 0
        sub     esp, 8
        fstp    qword [esp]
        push    format
        call    printf
        add     esp, 12
%endmacro
%macro one_argument 2
        push    dword [%2+4]
        push    dword [%2]
        call    %1
        add     esp, 8
        show
%endmacro
section .text
main:   push    ebp
        mov     ebp, esp
        one_argument sin, half
        one_argument floor, negative
        one_argument exp, half
        one_argument sqrt, half
        one_argument log, half
        push    dword [negative+4]
        push    dword [negative]
        push    dword [half+4]
        push    dword [half]
        call    pow
        add     esp, 16
        show
        push    text
        call    atof
        add     esp, 4
        show
        push    end
        push    text
        call    strtod
        add     esp, 8
        fmul    qword [half]
        show
        mov     eax, [end]
        push    eax
        push    rest
        call    printf
        add     esp, 8
        push    __float32__(2.0)        ; 2x² - 3x - 5
        push    __float32__(-3.0)
        push    __float32__(-5.0)
        call    solve
        add     esp, 12
        push    eax
        show
        show
        pop     eax
        push    __float32__(1.0)
        push    __float32__(0.0)
        push    __float32__(1.0)
        call    solve
        add     esp, 12
        leave
        ret
; ax² + bx + c, pushed in this order: how many roots in eax, the roots on the x87
solve:  push    ebp
        mov     ebp, esp
        fld     dword [ebp+12]
        fmul    st0, st0
        fld     dword [ebp+16]
        fmul    dword [ebp+8]
        fmul    dword [four]
        fsubp
        ftst
        fnstsw  ax
        sahf
        jb      .none
        fsqrt
        fld     st0
        fsub    dword [ebp+12]
        fdiv    dword [ebp+16]
        fmul    qword [half]
        fxch
        fchs
        fsub    dword [ebp+12]
        fdiv    dword [ebp+16]
        fmul    qword [half]
        mov     eax, 2
        leave
        ret
.none:  fstp    st0
        xor     eax, eax
        leave
        ret
section .data
align 8
half:   dq      0.5
negative: dq    -2.75
four:   dd      4.0
format: db      "%.12g", 10, 0
text:   db      "  31.25e-1 apples", 0
rest:   db      "[%s]", 10, 0
section .bss
end:    resd    1
section .note.GNU-stack noalloc noexec nowrite progbits
