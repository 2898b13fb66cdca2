; Two heap texts compared by whole vectors, with the pointers in rbp and rbx: what lies behind them is masked out. exit 0
global main
extern strdup, free
section .data
text: db "professional strings", 0
section .text
compare:
    pxor xmm2, xmm2
    xor ecx, ecx
.more:
    movdqu xmm0, [rdi + rcx]
    movdqu xmm1, [rsi + rcx]
    pcmpeqb xmm1, xmm0
    pminub xmm1, xmm0
    pcmpeqb xmm1, xmm2
    pmovmskb eax, xmm1
    test eax, eax
    jnz .found
    add rcx, 16
    jmp .more
.found:
    bsf eax, eax
    add rcx, rax
    movzx eax, byte [rdi + rcx]
    movzx edx, byte [rsi + rcx]
    sub eax, edx
    ret
main:
    push rbx
    push rbp
    sub rsp, 8
    mov edi, text
    call strdup
    mov rbx, rax
    mov edi, text
    call strdup
    mov rbp, rax
    mov rdi, rbx
    mov rsi, rbp
    call compare
    mov [rsp], eax
    mov rdi, rbx
    call free
    mov rdi, rbp
    call free
    mov eax, [rsp]
    add rsp, 8
    pop rbp
    pop rbx
    ret
