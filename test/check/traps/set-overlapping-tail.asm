; A copy of 16 to 32 bytes by two overlapping vectors. exit 0
        default rel
        global _start
        section .data
src:    db "exactly 23 bytes here!", 10
src_end:
        section .bss
dst:    resb 23
        section .text
copy:   movups xmm0, [rsi]
        movups xmm1, [rsi+rdx-16]
        movups [rdi], xmm0
        movups [rdi+rdx-16], xmm1
        ret
_start: lea rdi, [dst]
        lea rsi, [src]
        mov edx, src_end - src
        call copy
        mov eax, 1
        mov edi, 1
        lea rsi, [dst]
        mov edx, 23
        syscall
        xor edi, edi
        mov eax, 60
        syscall
