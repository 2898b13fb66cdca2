; {"bits":64,"libc":true}
; A function with a variable number of arguments that makes a va_list by hand for vprintf and vsnprintf.
default rel
global main
extern vprintf, vsnprintf, puts
section .text
main:   sub     rsp, 24
        lea     rdi, [format]
        mov     esi, 1
        movsd   xmm0, [half]
        lea     rdx, [word_text]
        mov     ecx, 4
        mov     r8d, 5
        mov     r9d, 6
        mov     qword [rsp], 7
        mov     qword [rsp+8], -8
        movsd   xmm1, [quarter]
        mov     eax, 2
        call    say
        xor     eax, eax
        add     rsp, 24
        ret
; as printf, in front of every text its length
say:    push    rbp
        mov     rbp, rsp
        sub     rsp, 224
        mov     [rbp-168], rsi          ; the registers' places, from rdi on at rbp-176
        mov     [rbp-160], rdx
        mov     [rbp-152], rcx
        mov     [rbp-144], r8
        mov     [rbp-136], r9
        test    al, al
        jz      .integers
%assign number 0
%rep 8
        movaps  [rbp-128+16*number], xmm %+ number
%assign number number + 1
%endrep
.integers:
        mov     [rbp-184], rdi
        call    list
        lea     rdi, [buffer]
        mov     esi, buffer_size
        mov     rdx, [rbp-184]
        lea     rcx, [rbp-208]
        call    vsnprintf
        mov     [rbp-212], eax
        lea     rdi, [buffer]
        call    puts
        call    list
        mov     rdi, [rbp-184]
        lea     rsi, [rbp-208]
        call    vprintf
        mov     eax, [rbp-212]
        leave
        ret
; va_start at rbp-208 for the frame of `say`
list:   mov     dword [rbp-208], 8
        mov     dword [rbp-204], 48
        lea     rax, [rbp+16]
        mov     [rbp-200], rax
        lea     rax, [rbp-176]
        mov     [rbp-192], rax
        ret
section .rodata
format: db      "%d %.2f %s %d %d %d %d %d %g", 10, 0
word_text: db   "word", 0
align 8
half:   dq      0.5
quarter: dq     0.25
section .bss
buffer_size equ 32
buffer: resb    buffer_size
section .note.GNU-stack noalloc noexec nowrite progbits
