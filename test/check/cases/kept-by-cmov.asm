; exit 0
; The conditions are false, so what the call left is used after all.
        extern getpid
        global main
        section .text
main:   push rbx
        call getpid
        mov ebx, 1
        cmp ebx, 2
        cmove ecx, ebx
        cmp ecx, 3
        je .same                ; expect: volatile-after-call
        call getpid
        cmp ebx, 2
        cmove ebx, edx
        call getpid
        bsf esi, [rel zero]
        inc esi
        js .same                ; expect: volatile-after-call
.same:  xor eax, eax
        pop rbx
        ret
        section .rodata
zero:   dd 0
