; Instructions written as bytes behind labels: padding of a macro, the target of a jump. exit 1
global _start
%macro pad 0
%%bs:   times (8 - (%%bs-$$) % 8) % 8 db 0x90
%endmacro
section .text
_start: mov ecx, 3
        pad
.l:     dec ecx
        jnz .l
        cmp ecx, 1
        je skip
        inc ecx
skip:   db 0xf3, 0x0f, 0x1e, 0xfa
        mov edi, ecx
        mov eax, 60
        syscall
