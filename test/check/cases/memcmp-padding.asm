; memcmp of structures: what is set is equal, and padding that nobody set decides. exit 0
extern memcmp
section .data
table: dd 'a', 10
section .text
global main
main:
    sub rsp, 24
    mov byte [rsp], 'a'
    mov dword [rsp + 4], 10
    mov rdi, rsp
    mov esi, table
    mov edx, 8
    call memcmp                 ; expect: uninit-branch
    xor eax, eax
    add rsp, 24
    ret
