; Bit fields in a byte that was never set as a whole. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        mov edi, 8
        call malloc
        mov rbx, rax
        mov al, [rbx]
        and al, 0xf0
        or al, 5
        mov [rbx], al
        mov al, [rbx]
        and al, 0x0f
        cmp al, 5
        jne .bad
        mov al, [rbx]
        and al, 0x0f
        or al, 0x30
        and byte [rbx], 0x0f
        or [rbx], al
        test byte [rbx], 4
        jz .bad
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
.bad:   mov eax, 1
        pop rbx
        ret
