; A jump through a slot of a table that was never filled. signal SIGSEGV
        extern malloc
        global main
        section .text
main:   push rbx
        mov edi, 64
        call malloc
        mov rbx, rax
        jmp [rbx+16]                    ; expect: uninit-jump, null-jump
