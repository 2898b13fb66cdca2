; A loop counter in rcx across a system call. exit 0
        default rel
        global _start
        section .data
dot:    db "."
        section .text
_start: mov ecx, 3
.next:  mov eax, 1
        mov edi, 1
        lea rsi, [dot]
        mov edx, 1
        syscall
        dec ecx                         ; expect: volatile-after-syscall
        jns .done
        nop
.done:  xor edi, edi
        mov eax, 60
        syscall
