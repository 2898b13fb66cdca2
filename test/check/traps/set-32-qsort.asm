; 32 bits: a comparison function that reads its arguments from the stack. exit 0
        bits 32
        extern qsort
        global main
        section .data
list:   dd 4, 2, 8, 1
        section .text
cmpf:   mov eax, [esp+4]
        mov edx, [esp+8]
        mov eax, [eax]
        sub eax, [edx]
        ret
main:   sub esp, 12
        push cmpf
        push 4
        push 4
        push list
        call qsort
        add esp, 28
        mov eax, [list]
        dec eax
        ret
