; exit 0
; rsp as the pointer that fills an array from its end.
        default rel
        global _start
        section .bss
arr:    resq 16
        section .text
_start: mov [rel save], rsp
        lea rsp, [arr+16*8]
        mov ecx, 16
        mov eax, 7
.l:     push rax
        loop .l
        mov rsp, [rel save]
        mov edi, [arr]
        sub edi, 7
        mov eax, 60
        syscall
        section .bss
save:   resq 1
