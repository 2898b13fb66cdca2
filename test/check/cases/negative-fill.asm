; A fill of a heap block by a size that became negative: the size is told, and the fault that it ends in. signal SIGSEGV
        extern  malloc, memset
        global  main
        section .text
main:   push    rbx
        mov     edi, 16
        call    malloc
        mov     rdi, rax
        xor     esi, esi
        mov     rdx, -8
        call    memset                  ; expect: bad-size-arg, unmapped-access
        pop     rbx
        ret
