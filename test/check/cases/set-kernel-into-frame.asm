; read writes past a local buffer, over the return address. signal SIGSEGV
; input: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        global _start
        section .text
ask:    push rbp
        mov rbp, rsp
        sub rsp, 32
        xor eax, eax
        xor edi, edi
        lea rsi, [rbp-32]
        mov edx, 48
        syscall                         ; expect: stack-buffer-overflow-write
        leave
        ret                             ; expect: return-address-overwritten, unmapped-access
_start: call ask
        xor edi, edi
        mov eax, 60
        syscall
