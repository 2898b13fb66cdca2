; main calls f1, f1 calls f2, f2 calls f3, each with a frame: the RBP chain.
;
; What to see: a breakpoint in f3: the call stack shows f3, f2, f1, main; the picture "Stack" draws the chain of saved rbp.

    global main

section .text
main:
    push rbp
    mov rbp, rsp
    mov edi, 1
    call f1
    xor eax, eax
    pop rbp
    ret

f1:
    push rbp
    mov rbp, rsp
    sub rsp, 16
    mov [rbp-8], rdi
    inc edi
    call f2
    leave
    ret

f2:
    push rbp
    mov rbp, rsp
    sub rsp, 16
    mov [rbp-8], rdi
    inc edi
    call f3
    leave
    ret

f3:
    push rbp
    mov rbp, rsp
    lea eax, [rdi + rdi]
    pop rbp
    ret
