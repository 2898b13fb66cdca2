; Of a short, a byte and a character printf prints the low bits only. exit 0
global main
extern printf
section .rodata
short_: db "%hu ", 0
byte_:  db "%hhd ", 0
char_:  db "%c", 10, 0
section .text
print:  sub rsp, 8
        xor eax, eax
        call printf
        add rsp, 8
        ret
main:   sub rsp, 8
        mov edi, short_
        mov esi, 1
        call print
        mov edi, short_
        mov si, 5
        call print
        mov edi, byte_
        mov sil, 6
        call print
        mov edi, char_
        mov sil, "a"
        call print
        xor eax, eax
        add rsp, 8
        ret
