; xlat with an index one too large. exit 0
global _start
section .data
hex:    db 1,2,3,4,5
other:  dq 0
section .text
_start: mov ebx, hex
        mov al, 5
        xlatb ; expect: global-overflow-read
        mov eax, 60
        xor edi, edi
        syscall
