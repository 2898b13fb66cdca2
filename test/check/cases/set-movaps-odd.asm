; An aligned store at an address that is a multiple of 8 only. signal SIGSEGV
        extern malloc
        global main
        section .text
main:   push rbx
        mov edi, 64
        call malloc
        pxor xmm0, xmm0
        movaps [rax+8], xmm0            ; expect: misaligned-access
        xor eax, eax
        pop rbx
        ret
