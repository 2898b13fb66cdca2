; exit 0
; Above a lowest set bit that nobody set, everything depends on it; below it nothing does.
        extern  malloc, free
        global  main
        section .text
main:   push    rbx
        mov     edi, 8
        call    malloc
        mov     rbx, rax
        mov     byte [rbx], 0
        mov     rdx, [rbx]

        blsi    rcx, rdx
        test    cl, cl
        jnz     .done
        blsmsk  rcx, rdx
        cmp     cl, 255
        jne     .done
        blsi    rcx, rdx
        test    ecx, 0xff00
        jz      .mask                   ; expect: uninit-branch
.mask:  mov     rdx, [rbx]
        blsmsk  rcx, rdx
        test    ecx, 0xff0000
        jz      .rest                   ; expect: uninit-branch
.rest:  mov     rdx, [rbx]
        blsr    rcx, rdx
        test    ecx, ecx
        jz      .done                   ; expect: uninit-branch
.done:  mov     rdi, rbx
        call    free
        xor     eax, eax
        pop     rbx
        ret
