; What qsort calls comes back with the stack pointer 8 bytes too high: libc reads its own variables elsewhere. signal SIGSEGV
extern qsort
global main
section .data
numbers: dd 3, 1, 2
section .text
order:  mov eax, [rdi]
        sub eax, [rsi]
        pop rcx
        add rsp, 8
        jmp rcx
main:   sub rsp, 8
        mov rdi, numbers
        mov esi, 3
        mov edx, 4
        mov rcx, order
        call qsort ; expect: null-deref
        xor eax, eax
        add rsp, 8
        ret
