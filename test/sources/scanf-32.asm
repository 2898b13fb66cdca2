; {"bits":32,"libc":true,"input":"5\n3.5 -2.25 1e2 0.125 7\nabc 12,34\nline to the end\n"}
; scanf of a count and as many doubles, their mean and deviation with the x87; words, a set, a line by fgets.
global main
extern scanf, printf, fgets, stdin, strlen
section .text
main:   push    ebp
        mov     ebp, esp
        push    ebx
        push    esi
        push    count
        push    one
        call    scanf
        add     esp, 8
        cmp     eax, 1
        jne     .end
        xor     ebx, ebx
        fldz
        fstp    qword [sum]
.read:  cmp     ebx, [count]
        jae     .mean
        lea     eax, [numbers+ebx*8]
        push    eax
        push    double
        call    scanf
        add     esp, 8
        fld     qword [sum]
        fadd    qword [numbers+ebx*8]
        fstp    qword [sum]
        inc     ebx
        jmp     .read
.mean:  fld     qword [sum]
        fidiv   dword [count]
        fst     qword [mean]
        fldz
        xor     ebx, ebx
.square: fld    qword [numbers+ebx*8]
        fsub    st0, st2
        fmul    st0, st0
        faddp
        inc     ebx
        cmp     ebx, [count]
        jb      .square
        fidiv   dword [count]
        fsqrt
        sub     esp, 16
        fstp    qword [esp+8]
        fstp    qword [esp]
        push    result
        call    printf
        add     esp, 20
        push    b
        push    a
        push    word_text
        push    mixed
        call    scanf
        add     esp, 16
        push    dword [b]
        push    dword [a]
        push    word_text
        push    eax
        push    shown
        call    printf
        add     esp, 20
        push    dword [stdin]
        push    40
        push    buffer
        call    fgets                   ; what is left of the line
        add     esp, 12
        push    dword [stdin]
        push    40
        push    buffer
        call    fgets
        add     esp, 12
        push    eax
        call    strlen
        add     esp, 4
        push    buffer
        push    eax
        push    line
        call    printf
        add     esp, 12
.end:   xor     eax, eax
        pop     esi
        pop     ebx
        leave
        ret
section .data
one:    db      "%d", 0
double: db      "%lf", 0
mixed:  db      "%s %d,%x", 0
result: db      "%.4f %.4f", 10, 0
shown:  db      "%d %s %d %d", 10, 0
line:   db      "%d %s", 0
section .bss
count:  resd    1
sum:    resq    1
mean:   resq    1
numbers: resq   16
word_text: resb 16
a:      resd    1
b:      resd    1
buffer: resb    40
section .note.GNU-stack noalloc noexec nowrite progbits
