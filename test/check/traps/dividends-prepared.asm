; exit 0
; Upper halves of dividends that are prepared in other ways than by xor and cdq.
        global _start
        section .text
_start: mov edx, 1
        xor eax, eax
        mov ecx, 3
        div ecx                 ; 2^32 / 3
        cmp eax, 0x55555555
        jne .b
        mov eax, 1000
        mov edx, eax
        shr edx, 16
        mov cx, 10
        div cx
        cmp ax, 100
        jne .b
        mov ax, 200
        mov bl, 7
        div bl
        mov eax, -7
        sar eax, 31
        mov edx, eax
        mov eax, -7
        mov ecx, 2
        idiv ecx
        cmp eax, -3
        jne .b
        mov eax, 7
        mov edx, eax
        sar edx, 31
        idiv ecx
        mov eax, 100
        and edx, 0
        div ecx
        movzx eax, ax
        sub edx, edx
        div ecx
        mul ecx
        div ecx
        mov rdx, 0
        mov rax, 5
        div rcx
        xor edi, edi
        jmp .x
.b:     mov edi, 1
.x:     mov eax, 60
        syscall
