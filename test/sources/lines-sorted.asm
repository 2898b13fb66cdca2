; {"bits":64,"libc":true,"args":["-r"],"input":"pear\napple\n\nzebra and more words that make this line long enough to move the buffer that getline has made for it, twice over if it must be, since it begins with a hundred and twenty bytes\nfig"}
; getline into memory that grows, an array with realloc, qsort of pointers, an option in argv, the error stream.
default rel
global main
extern getline, realloc, malloc, free, qsort, strcmp, printf, fprintf, stdin, stderr, strdup, strlen
section .text
main:   push    rbx
        push    rbp
        push    r12
        cmp     edi, 2
        jb      .read
        mov     rax, [rsi+8]
        cmp     word [rax], "-r"
        sete    [backwards]
.read:  lea     rdi, [line]
        lea     rsi, [room]
        mov     rdx, [stdin]
        call    getline
        test    rax, rax
        js      .sort
        mov     rdi, [line]
        cmp     byte [rdi+rax-1], 10
        jne     .keep
        mov     byte [rdi+rax-1], 0
.keep:  call    strdup
        mov     rbx, rax
        mov     rdi, [lines]
        mov     esi, [count]
        inc     esi
        mov     [count], esi
        shl     rsi, 3
        call    realloc
        mov     [lines], rax
        mov     ecx, [count]
        mov     [rax+rcx*8-8], rbx
        jmp     .read
.sort:  mov     rdi, [lines]
        mov     esi, [count]
        mov     edx, 8
        lea     rcx, [compare]
        call    qsort
        xor     ebx, ebx
.each:  cmp     ebx, [count]
        jae     .end
        mov     rax, [lines]
        mov     rbp, [rax+rbx*8]
        mov     rdi, rbp
        call    strlen
        lea     rdi, [format]
        mov     rsi, rax
        mov     rdx, rbp
        xor     eax, eax
        call    printf
        mov     rdi, rbp
        call    free
        inc     ebx
        jmp     .each
.end:   mov     rdi, [lines]
        call    free
        mov     rdi, [line]
        call    free
        mov     eax, [count]
        pop     r12
        pop     rbp
        pop     rbx
        ret
compare:
        sub     rsp, 8
        mov     rdi, [rdi]
        mov     rsi, [rsi]
        call    strcmp
        cmp     byte [backwards], 0
        je      .out
        neg     eax
.out:   add     rsp, 8
        ret
section .rodata
format: db      "%3zu %.20s", 10, 0
section .bss
line:   resq    1
room:   resq    1
lines:  resq    1
count:  resd    1
backwards: resb 1
section .note.GNU-stack noalloc noexec nowrite progbits
