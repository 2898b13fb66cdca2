; A transposition with rows and columns mixed up writes below the block. signal SIGABRT
        extern calloc, free
        global main
        section .text
main:   push rbp
        mov rbp, rsp
        push r12
        push r13
        mov edi, 12
        mov esi, 4
        call calloc
        mov r12, rax
        mov ecx, 3
.row:   mov edx, 4
.col:   mov eax, ecx
        imul eax, eax, 4
        sub eax, edx
        sub eax, 2
        cdqe
        mov dword [r12+rax*4], 1        ; expect: heap-underflow-write
        dec edx
        jnz .col
        dec ecx
        jnz .row
        mov rdi, r12
        call free
        pop r13
        pop r12
        xor eax, eax
        leave
        ret
