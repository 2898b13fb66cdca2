; exit 0
; Of a word whose lowest byte alone is set, the lowest bit and the mask up to it depend on that byte only.
        extern  malloc, free
        global  main
        section .text
main:   push    rbx
        mov     edi, 8
        call    malloc
        mov     rbx, rax
        mov     byte [rbx], 4
        mov     rdx, [rbx]

        blsi    rcx, rdx
        cmp     rcx, 4
        jne     .done
        blsi    ecx, edx
        jz      .done
        blsmsk  rcx, rdx
        cmp     rcx, 7
        jne     .done
        blsmsk  ecx, edx
        jc      .done
        cmp     ecx, 7
        jne     .done
        blsr    rcx, rdx
        jc      .done
        test    cl, cl
        jnz     .done
.done:  mov     rdi, rbx
        call    free
        xor     eax, eax
        pop     rbx
        ret
