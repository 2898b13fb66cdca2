; gets with more letters than the buffer has room for. signal SIGSEGV
; input: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        extern gets
        global main
        section .text
ask:    push rbp
        mov rbp, rsp
        sub rsp, 16
        lea rdi, [rbp-16]
        call gets                       ; expect: stack-buffer-overflow-write
        leave
        ret                             ; expect: return-address-overwritten, unmapped-access
main:   sub rsp, 8
        call ask
        xor eax, eax
        add rsp, 8
        ret
