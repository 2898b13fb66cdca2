; Functions of libc that are reached by jumps: what they do is told at the jump. exit 0
global main
extern printf, puts
section .data
text:   db "no end"
number: dd 5
format: db "%.1f", 10, 0
value:  dq 1.5
section .text
show:   jmp puts ; expect: global-overflow-read
print:  xor eax, eax
        movsd xmm0, [value]
        mov edi, format
        jmp printf ; expect: variadic-al
main:   sub rsp, 8
        mov edi, text
        call show
        call print
        xor eax, eax
        add rsp, 8
        ret
