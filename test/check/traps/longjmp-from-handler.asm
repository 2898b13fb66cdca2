; A handler leaves by longjmp. exit 3
default rel
extern signal, raise, _setjmp, longjmp
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
    mov edi, 10
    lea rsi, [handler]
    call signal
    lea rdi, [place]
    call _setjmp
    test eax, eax
    jnz .caught
    mov edi, 10
    call raise
.caught:
    pop rbx
    ret
