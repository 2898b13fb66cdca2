; exit 0
; A check that fails takes its return address away and returns to its caller's caller.
        global  _start

        section .text
check:  test    edi, edi
        jns     .fine
        add     rsp, 8
        mov     eax, -1
        ret
.fine:  ret

work:   call    check
        lea     eax, [rdi + 1]
        ret

_start: mov     edi, -5
        call    work
        lea     edi, [rax + 1]
        mov     eax, 60
        syscall
