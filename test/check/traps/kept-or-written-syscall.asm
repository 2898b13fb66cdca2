; exit 0
; rcx and r11 behind a system call, written in part, under a condition, or whatever they held.
        global _start
        section .text
_start: mov eax, 39
        syscall
        mov ebx, 0x40
        bsf rcx, rbx
        cmp ecx, 6
        jne .bad
        mov eax, 39
        syscall
        bsr r11d, ebx
        cmp r11d, 6
        jne .bad
        mov eax, 39
        syscall
        cmp rbx, 0x41
        sbb rcx, rcx
        sbb r11b, r11b
        inc ecx
        jnz .bad
        mov eax, 39
        syscall
        cmp ebx, 0x40
        cmovz ecx, ebx
        cmovnz r11, rbx
        cmp ecx, 0x40
        jne .bad
        xor edi, edi
        jmp .end
.bad:   mov edi, 1
.end:   mov eax, 60
        syscall
