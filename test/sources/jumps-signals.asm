; {"bits":64,"libc":true,"wrong":true}
; setjmp and longjmp out of a call and out of a handler, signal and raise, functions at exit, the status of exit.
default rel
global main
extern setjmp, longjmp, signal, raise, atexit, exit, printf, puts, sigsetjmp, siglongjmp, __sigsetjmp, abs
SIGFPE  equ     8
SIGUSR1 equ     10
SIG_IGN equ     1
section .text
main:   push    rbx
        lea     rdi, [last]
        call    atexit
        lea     rdi, [first]
        call    atexit
        lea     rdi, [place]
        call    setjmp
        mov     ebx, eax
        lea     rdi, [came]
        mov     esi, eax
        xor     eax, eax
        call    printf
        cmp     ebx, 3
        jge     .signals
        lea     edi, [rbx+1]
        call    deeper
.signals:
        mov     edi, SIGUSR1
        lea     rsi, [handler]
        call    signal
        mov     edi, SIGUSR1
        call    raise
        mov     edi, SIGUSR1
        call    raise
        mov     edi, SIGUSR1
        mov     esi, SIG_IGN
        call    signal
        lea     rdx, [handler]
        cmp     rax, rdx
        sete    al
        movzx   esi, al
        lea     rdi, [same]
        xor     eax, eax
        call    printf
        mov     edi, SIGUSR1
        call    raise
        mov     edi, SIGFPE
        lea     rsi, [divided]
        call    signal
        lea     rdi, [other_place]
        mov     esi, 1
        call    __sigsetjmp
        test    eax, eax
        jnz     .again
        xor     ecx, ecx
        mov     eax, 5
        cdq
        idiv    ecx
.again: inc     dword [divisions]
        cmp     dword [divisions], 2
        ja      .end
        mov     eax, 0x80000000
        cdq
        mov     ecx, -1
        idiv    ecx
.end:   mov     edi, [divisions]
        add     edi, 40
        call    exit
deeper: push    rbx
        mov     ebx, edi
        lea     rdi, [deep]
        mov     esi, ebx
        xor     eax, eax
        call    printf
        lea     rdi, [place]
        mov     esi, ebx
        call    longjmp
handler:
        sub     rsp, 8
        inc     dword [signals]
        mov     esi, edi
        mov     edx, [signals]
        lea     rdi, [caught]
        xor     eax, eax
        call    printf
        add     rsp, 8
        ret
divided:
        sub     rsp, 8
        mov     esi, edi
        lea     rdi, [division]
        xor     eax, eax
        call    printf
        lea     rdi, [other_place]
        mov     esi, 1
        call    siglongjmp
first:  sub     rsp, 8
        lea     rdi, [one]
        call    puts
        add     rsp, 8
        ret
last:   sub     rsp, 8
        lea     rdi, [two]
        call    puts
        add     rsp, 8
        ret
section .rodata
came:   db      "came with %d", 10, 0
deep:   db      "deep %d", 10, 0
caught: db      "signal %d, %d times", 10, 0
division: db    "division %d", 10, 0
same:   db      "same %d", 10, 0
one:    db      "first", 0
two:    db      "last", 0
section .bss
signals: resd   1
divisions: resd 1
alignb 16
place:  resb    200
other_place: resb 200
section .note.GNU-stack noalloc noexec nowrite progbits
