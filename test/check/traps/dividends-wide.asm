; exit 0
; Wide dividends whose upper half is a number of the source.
        global _start
        section .data
high:   dd 3
low:    dd 7
        section .text
_start: mov ecx, 7
        mov eax, 100
        mov edx, 5
        div ecx                 ; 5 * 2^32 + 100
        mov esi, eax
        mov rdx, 2
        mov rax, -1
        mov rcx, 5
        div rcx
        mov rdi, rax
        mov dx, 3
        mov ax, 4
        mov cx, 10
        div cx
        mov edx, [high]
        mov eax, [low]
        mov ecx, 7
        div ecx
        mov eax, 1000
        cdq                     ; not negative: all of rdx is 0
        mov ecx, 10
        idiv rcx
        mov eax, 60
        xor edi, edi
        syscall
