; What is stored over the zero byte of a text lets the next one run on into it. exit 0
extern puts
section .data
path:   db "/tmp", 0
other:  db "next", 0
section .text
global main
main:
    sub rsp, 8
    mov byte [path + 4], '/'
    mov edi, path
    call puts ; expect: global-overflow-read
    mov edi, other
    call puts
    xor eax, eax
    add rsp, 8
    ret
