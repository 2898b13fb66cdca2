; {"bits":64,"libc":true}
; Dates of fixed moments: gmtime, strftime, mktime, asctime, difftime; that time goes on and clock counts.
default rel
global main
extern gmtime, strftime, mktime, asctime, difftime, time, clock, printf, puts, gmtime_r, localtime
section .text
main:   push    rbx
        push    rbp
        sub     rsp, 8
        lea     rbx, [moments]
        mov     ebp, moment_count
.each:  mov     rdi, rbx
        call    gmtime
        mov     rcx, rax
        lea     rdi, [buffer]
        mov     esi, buffer_size
        lea     rdx, [format]
        call    strftime
        lea     rdi, [buffer]
        call    puts
        add     rbx, 8
        dec     ebp
        jnz     .each
        lea     rdi, [moments]
        lea     rsi, [broken]
        call    gmtime_r
        mov     rdi, rax
        call    asctime
        lea     rdi, [text]
        mov     rsi, rax
        xor     eax, eax
        call    printf
        add     dword [broken+12], 45   ; tm_mday: 45 days on, put right by mktime
        lea     rdi, [broken]
        call    mktime
        mov     rsi, rax
        lea     rdi, [number]
        mov     edx, [broken+12]
        mov     ecx, [broken+16]
        mov     r8d, [broken+28]
        xor     eax, eax
        call    printf
        mov     rdi, [moments+16]
        mov     rsi, [moments+8]
        call    difftime
        lea     rdi, [real]
        mov     eax, 1
        call    printf
        xor     edi, edi
        call    time
        lea     rdi, [now]
        mov     rbx, rax
        call    time
        sub     rax, rbx
        cmp     rax, 2
        setb    bl
        call    clock
        test    rax, rax
        setns   al
        and     al, bl
        movzx   eax, al
        add     rsp, 8
        pop     rbp
        pop     rbx
        ret
section .data
align 8
moments: dq     0, 951827696, 1709210096, -86400, 4102444799
moment_count equ ($ - moments) / 8
format: db      "%a %d %B %Y %H:%M:%S, day %j, week %V, %p %I %y %e", 0
text:   db      "%s", 0
number: db      "%ld %d %d %d", 10, 0
real:   db      "%.1f", 10, 0
section .bss
now:    resq    1
broken: resb    56
buffer_size equ 100
buffer: resb    buffer_size
section .note.GNU-stack noalloc noexec nowrite progbits
