; {"bits":64,"libc":true}
; Long doubles through the stack: printf's %Lf, %Le, %Lg, sscanf's %Lf, strtold's result on the x87, and a sum beyond 53 bits.
default rel
global main
extern printf, sscanf, strtold
%macro show 1                           ; st0 by a format
        fstp    tword [rsp]
        lea     rdi, [%1]
        xor     eax, eax
        call    printf
%endmacro
section .text
main:   sub     rsp, 40
        fldpi
        show    fixed
        fld     tword [small]
        show    scientific
        fld     tword [large]
        show    general
        fld1
        fld1
        fchs
        fscale
        fmulp
        show    short_format
        mov     rax, 1 << 62
        mov     [whole], rax
        fild    qword [whole]
        fld1
        faddp
        show    exact
        lea     rdi, [text]
        lea     rsi, [fixed]
        lea     rdx, [read]
        xor     eax, eax
        call    sscanf
        fld     tword [read]
        show    scientific
        lea     rdi, [text]
        lea     rsi, [end]
        call    strtold
        fadd    st0, st0
        show    precise
        mov     rax, [end]
        movzx   eax, byte [rax]
        add     rsp, 40
        ret
section .data
fixed:  db      "%Lf", 10, 0
scientific: db  "%.18Le", 10, 0
general: db     "%Lg", 10, 0
short_format: db "%8.3Lf|", 10, 0
exact:  db      "%.0Lf", 10, 0
precise: db     "%.25Lf", 10, 0
text:   db      "-0.1 rest", 0
align 16
small:  dt      1.5e-4000
align 16
large:  dt      9.75e4100
section .bss
alignb 16
read:   rest    1
alignb 8
whole:  resq    1
end:    resq    1
section .note.GNU-stack noalloc noexec nowrite progbits
