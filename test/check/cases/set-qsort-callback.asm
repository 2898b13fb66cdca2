; The comparison function of qsort changes rbx. exit 0
; Natively the order of the numbers and what glibc keeps in the register decide how it ends.
        default rel
        extern qsort
        global main
        section .data
numbers: dd 5, 3, 9, 1
        section .text
order:  mov ebx, [rdi]
        sub ebx, [rsi]
        mov eax, ebx
        ret                             ; expect: callee-saved-clobbered
main:   sub rsp, 8
        lea rdi, [numbers]
        mov esi, 4
        mov edx, 4
        lea rcx, [order]
        call qsort
        xor eax, eax
        add rsp, 8
        ret
