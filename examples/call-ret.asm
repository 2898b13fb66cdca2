; What call and ret do with the stack.
;
; What to see: step into `double` (F11): the return address appears in the picture "Stack". ret takes it away again.

section .text
    global _start

_start:
    mov edi, 21
    push rdi                    ; keep it
    call double
    pop rdi

    mov edi, eax
    sub edi, 42                 ; 0 when all went well
    mov eax, 60
    syscall

double:
    lea eax, [rdi + rdi]
    ret
