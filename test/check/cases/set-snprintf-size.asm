; snprintf is told more room than there is, and uses it. exit 0
        default rel
        extern malloc, free, snprintf
        global main
        section .data
fmt:    db "%s-%d", 0
name:   db "a rather long name", 0
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        mov rdi, rax
        mov esi, 64
        lea rdx, [fmt]
        lea rcx, [name]
        mov r8d, 12
        xor eax, eax
        call snprintf                   ; expect: heap-overflow-write
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
