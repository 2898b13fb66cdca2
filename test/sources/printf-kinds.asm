; {"bits":64,"libc":true}
; printf with every conversion: widths, flags, precisions from arguments, many arguments on the stack, doubles, %n.
default rel
global main
extern printf, puts, putchar, snprintf, fflush, stdout
section .text
main:   push    rbx
        sub     rsp, 64
        lea     rdi, [integers]
        mov     esi, -42
        mov     edx, 42
        mov     ecx, 0xbeef
        mov     r8d, 511
        mov     r9d, 'A'
        lea     rax, [word_text]
        mov     [rsp], rax
        mov     qword [rsp+8], -1
        mov     rax, 0x123456789abcdef
        mov     [rsp+16], rax
        xor     eax, eax
        call    printf
        lea     rdi, [widths]
        mov     esi, 7
        mov     edx, -8
        mov     ecx, 5
        mov     r8d, 3
        mov     r9d, 44
        mov     qword [rsp], 99
        mov     qword [rsp+8], 4
        lea     rax, [word_text]
        mov     [rsp+16], rax
        mov     qword [rsp+24], 77
        mov     qword [rsp+32], -1
        xor     eax, eax
        call    printf
        lea     rdi, [doubles]
        movsd   xmm0, [pi]
        movsd   xmm1, [pi]
        movsd   xmm2, [tiny]
        movsd   xmm3, [huge]
        movsd   xmm4, [huge]
        movsd   xmm5, [infinite]
        movsd   xmm6, [negative_zero]
        movsd   xmm7, [half]
        mov     rax, [two_and_half]
        mov     [rsp], rax
        mov     rax, [pi]
        mov     [rsp+8], rax
        mov     eax, 8
        call    printf
        lea     rdi, [counted]
        lea     rsi, [word_text]
        lea     rdx, [count]
        mov     ecx, 300
        xor     eax, eax
        call    printf
        mov     ebx, eax
        lea     rdi, [numbers]
        mov     esi, [count]
        mov     edx, ebx
        xor     eax, eax
        call    printf
        lea     rdi, [buffer]
        mov     esi, 8
        lea     rdx, [cut]
        mov     ecx, 123456
        lea     r8, [word_text]
        xor     eax, eax
        call    snprintf
        mov     esi, eax
        lea     rdx, [buffer]
        lea     rdi, [kept]
        xor     eax, eax
        call    printf
        lea     rdi, [pointers]
        mov     esi, 0x1234
        xor     edx, edx
        xor     ecx, ecx
        xor     eax, eax
        call    printf
        mov     edi, '!'
        call    putchar
        lea     rdi, [empty]
        call    puts
        mov     rdi, [stdout]
        call    fflush
        add     rsp, 64
        mov     eax, ebx
        pop     rbx
        ret
section .rodata
integers: db    "%d|%u|%x|%o|%c|%s|%ld|%#lx|", 10, 0
widths: db      "%5d|%*d|%-*d|%05d|%.*s|%+d|%x|%%|", 10, 0
doubles: db     "%f %.3f %e %g %.0f %F %f %a %.0f %10.2f", 10, 0
counted: db     "%s%n %hhd", 10, 0
numbers: db     "%d %d", 10, 0
cut:    db      "%d%s", 0
kept:   db      "%d %s", 10, 0
pointers: db    "%p %p %s", 10, 0
word_text: db   "assembly", 0
empty:  db      0
align 8
pi:     dq      3.14159265358979
tiny:   dq      1.25e-7
huge:   dq      1e21
half:   dq      0.5
two_and_half: dq 2.5
infinite: dq    0x7ff0000000000000
negative_zero: dq 0x8000000000000000
section .bss
count:  resd    1
buffer: resb    16
section .note.GNU-stack noalloc noexec nowrite progbits
