; malloc of far too much returns null, which is written to. signal SIGSEGV
        extern malloc
        global main
        section .text
main:   push rbx
        mov rdi, 0x0fffffffffffff
        call malloc
        mov dword [rax+8], 1            ; expect: null-deref
        xor eax, eax
        pop rbx
        ret
