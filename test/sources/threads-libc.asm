; {"bits":64,"libc":true}
; Four threads that add to one sum under a lock; each gives its part back through pthread_join.
default rel
global main
extern pthread_create, pthread_join, pthread_mutex_lock, pthread_mutex_unlock, printf
THREADS equ     4
section .text
main:   push    rbx
        push    r12
        sub     rsp, 8
        xor     ebx, ebx
.start: lea     rdi, [threads]
        lea     rdi, [rdi+rbx*8]
        xor     esi, esi
        lea     rdx, [work]
        mov     rcx, rbx
        call    pthread_create
        test    eax, eax
        jnz     .failed
        inc     ebx
        cmp     ebx, THREADS
        jb      .start
        xor     ebx, ebx
.join:  lea     rax, [threads]
        mov     rdi, [rax+rbx*8]
        lea     rsi, [part]
        call    pthread_join
        lea     rdi, [joined]
        mov     esi, ebx
        mov     rdx, [part]
        xor     eax, eax
        call    printf
        inc     ebx
        cmp     ebx, THREADS
        jb      .join
        lea     rdi, [total]
        mov     rsi, [sum]
        xor     eax, eax
        call    printf
        xor     eax, eax
.failed: add    rsp, 8
        pop     r12
        pop     rbx
        ret
work:   push    rbx
        push    r12
        push    r13
        mov     r13, rdi
        mov     ebx, 100
        xor     r12d, r12d
.again: lea     rdi, [lock_cell]
        call    pthread_mutex_lock
        lea     rax, [rbx+r13*8]
        add     [sum], rax
        add     r12, rax
        lea     rdi, [lock_cell]
        call    pthread_mutex_unlock
        dec     ebx
        jnz     .again
        mov     rax, r12
        pop     r13
        pop     r12
        pop     rbx
        ret
section .rodata
joined: db      "%d: %ld", 10, 0
total:  db      "%ld", 10, 0
section .bss
alignb 8
threads: resq   THREADS
sum:    resq    1
part:   resq    1
lock_cell: resb 40
section .note.GNU-stack noalloc noexec nowrite progbits
