; A loop downwards goes one element below the start. exit 0
        default rel
        global _start
        section .data
first:  dq 17
arr:    dd 1, 2, 3, 4
        section .text
_start: lea rsi, [arr]
        mov ecx, 4
        xor eax, eax
.next:  add eax, [rsi+rcx*4-8]          ; expect: global-overflow-read
        dec ecx
        jns .next
        xor edi, edi
        mov eax, 60
        syscall
