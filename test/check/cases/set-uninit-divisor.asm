; Division by a field that was never set: calloc was meant. signal SIGFPE
        extern malloc
        global main
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        mov eax, 100
        xor edx, edx
        div qword [rbx+8]               ; expect: uninit-value, divide-error
        xor eax, eax
        pop rbx
        ret
