; signal SIGFPE
; cdq makes the sign of eax in edx; a 64-bit division wants that of rax in rdx.
        global _start
        section .data
number: dq -100
        section .text
_start: mov rax, [number]
        cdq
        mov ecx, 10
        idiv rcx                ; expect: divide-error
        mov eax, 60
        xor edi, edi
        syscall
