; A handler leaves by longjmp. exit 3
default rel
extern signal, _setjmp, longjmp
section .bss
place:  resb 200
section .text
handler:
    sub rsp, 8
    lea rdi, [place]
    mov esi, 3
    call longjmp
global main
main:
    push rbx
    mov edi, 8
    lea rsi, [handler]
    call signal
    lea rdi, [place]
    call _setjmp
    test eax, eax
    jnz .caught
    xor ecx, ecx
    mov eax, 5
    cdq
    idiv ecx
.caught:
    pop rbx
    ret
