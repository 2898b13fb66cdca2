; exit 12
; Common symbols are as long as they say, in whatever order the linker puts them.
        global _start
        common total 4
        common table 40:8
        common eight 8
        section .text
_start: mov dword [total], 5
        mov edi, [total]
        mov rax, [eight]
        mov [eight], rax
        xor ecx, ecx
.fill:  mov [table + 4 * rcx], ecx
        inc ecx
        cmp ecx, 10
        jb .fill
        lea rsi, [rel table]
        add edi, [rsi + 28]
        lea rdx, [rel eight]
        add rdi, [rdx]
        mov eax, 60
        syscall
