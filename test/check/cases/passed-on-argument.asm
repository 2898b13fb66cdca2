; An argument that a call had destroyed is copied by the function it is given to, and decides there. exit 0
extern puts
section .data
text: db "x", 0
section .text
global main
limit:
    push rbx
    mov rbx, rsi
    cmp edi, ebx
    jg .above                   ; expect: volatile-after-call
.above:
    pop rbx
    ret
main:
    sub rsp, 8
    mov edi, text
    call puts
    mov edi, 5
    call limit
    xor eax, eax
    add rsp, 8
    ret
