; printf with seven integers and a double, on registers and stack. exit 0
        default rel
        extern printf
        global main
        section .data
fmt:    db "%d %d %d %d %d %d %d %.1f", 10, 0
one:    dq 1.5
        section .text
main:   push rbp
        mov rbp, rsp
        sub rsp, 16
        lea rdi, [fmt]
        mov esi, 1
        mov edx, 2
        mov ecx, 3
        mov r8d, 4
        mov r9d, 5
        mov dword [rsp], 6
        mov dword [rsp+8], 7
        movsd xmm0, [one]
        mov eax, 1
        call printf
        xor eax, eax
        leave
        ret
