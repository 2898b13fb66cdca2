; A number that a function returns in xmm0, after a call that has destroyed it; none of its arguments was in a vector. exit 4
        default rel
        extern puts, strtod, atof
        global main
        section .rodata
text:   db "1.5", 0
limit:  dq 1.0
        section .text
main:   push rbx
        lea rdi, [text]
        call puts
        lea rdi, [text]
        xor esi, esi
        call strtod
        xor ebx, ebx
        comisd xmm0, [limit]
        seta bl
        lea rdi, [text]
        call puts
        lea rdi, [text]
        call atof
        addsd xmm0, xmm0
        cvttsd2si eax, xmm0
        add eax, ebx
        pop rbx
        ret
