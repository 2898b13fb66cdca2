; A fill that is taken up where it was left, and a call of libc right behind it, in a loop. exit 75
        default rel
        extern strlen
        global main
        section .bss
text:   resb 80
        section .text
main:   push rbx
        push r12
        sub rsp, 8
        mov ebx, 20
.next:  lea rdi, [text]
        mov ecx, 75
        mov al, 'x'
        rep stosb
        mov byte [rdi], 0
        lea rdi, [text]
        call strlen
        mov r12, rax
        dec ebx
        jnz .next
        mov eax, r12d
        add rsp, 8
        pop r12
        pop rbx
        ret
