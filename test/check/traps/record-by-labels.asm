; A record whose members have labels of their own, measured as a whole: two members are copied at once. exit 4
global _start
section .data
record:
first:  dd 1
second: dd 2
third:  dw 3
fourth: dw 4
record_bytes equ $ - record
section .bss
copy:   resb record_bytes
section .text
_start: mov rsi, record
        mov edi, copy
        mov ecx, record_bytes
        rep movsb
        mov rax, [first]
        mov [copy], rax
        mov eax, [first+8]
        movzx edi, word [copy+10]
        mov eax, 60
        syscall
