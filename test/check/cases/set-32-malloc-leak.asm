; 32 bits: a pointer is overwritten by the next. exit 0
        bits 32
        extern malloc, free
        global main
        section .bss
p:      resd 1
        section .text
main:   push 10
        call malloc
        mov [p], eax
        call malloc
        mov [p], eax
        push dword [p]
        call free
        add esp, 8
        mov dword [p], 0
        xor eax, eax
        ret                             ; expect: leak-definite
