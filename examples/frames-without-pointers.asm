; The same four functions without frame pointers, as compilers write them.
;
; What to see: a breakpoint in f3: the call stack still shows four frames, since Asmoscope records each call itself.

    global main

section .text
main:
    sub rsp, 8
    mov edi, 1
    call f1
    xor eax, eax
    add rsp, 8
    ret

f1:
    sub rsp, 8
    inc edi
    call f2
    add rsp, 8
    ret

f2:
    sub rsp, 8
    inc edi
    call f3
    add rsp, 8
    ret

f3:
    lea eax, [rdi + rdi]
    ret
