; memcmp of structures with padding that nobody set: an earlier byte decides. exit 1
extern memcmp
section .data
table: dd 'a', 10
section .text
global main
main:
    sub rsp, 24
    mov byte [rsp], 'b'
    mov dword [rsp + 4], 10
    mov rdi, rsp
    mov esi, table
    mov edx, 8
    call memcmp
    cmp eax, 0
    setg al
    movzx eax, al
    add rsp, 24
    ret
