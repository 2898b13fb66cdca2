; The direction flag stays set when a function returns. exit 0
        default rel
        global _start
        section .data
text:   db "abcdef"
        section .text
last:   std
        lea rdi, [text+5]
        mov ecx, 3
        mov al, 'x'
        rep stosb
        ret                             ; expect: direction-flag
_start: call last
        cld
        xor edi, edi
        mov eax, 60
        syscall
