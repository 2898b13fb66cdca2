; A 32-bit function that libc calls changes esi. exit 0
; Natively the order of the numbers and what glibc keeps in the register decide how it ends.
        bits 32
        extern qsort
        global main
        section .data
list:   dd 4, 2, 8
        section .text
cmpf:   mov eax, [esp+4]
        mov esi, [esp+8]
        mov eax, [eax]
        sub eax, [esi]
        ret                             ; expect: callee-saved-clobbered
main:   push cmpf
        push 4
        push 3
        push list
        call qsort
        add esp, 16
        xor eax, eax
        ret
