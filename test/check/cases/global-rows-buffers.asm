; Three buffers of one size are no array, though their names count; lines of one picture are, up to its end. exit 0
global _start
section .bss
buf1:   resb 20
buf2:   resb 20
buf3:   resb 20
line1:  resb 8
line2:  resb 8
line3:  resb 8
next:   resb 1
section .text
_start: mov edi, buf1
        mov byte [buf1+20], 1 ; expect: global-overflow-write
        mov byte [buf2-1], 1 ; expect: global-overflow-write
        mov ecx, 21
        mov al, 1
        rep stosb ; expect: global-overflow-write
        mov edi, line1
        mov ecx, 24
        rep stosb
        mov byte [line1+23], 1
        mov byte [line1+24], 1 ; expect: global-overflow-write
        stosb ; expect: global-overflow-write
        xor edi, edi
        mov eax, 60
        syscall
