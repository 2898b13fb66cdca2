; Three elements are read as four, which is one lane's business; written as four it is everybody's, and two are no three. exit 0
global _start
section .data
three:  dd 1, 2, 3
flag:   db 1
        align 4
pair:   dd 1, 2
sign:   db 1, 2, 3, 4, 5, 6, 7, 8
section .bss
target: resd 3
after:  resb 8
section .text
_start: movdqu xmm0, [three]
        movdqu [target], xmm0 ; expect: element-size-mismatch
        movdqu xmm0, [pair] ; expect: element-size-mismatch
        mov esi, three
        movdqu xmm0, [rsi+4] ; expect: global-overflow-read
        xor edi, edi
        mov eax, 60
        syscall
