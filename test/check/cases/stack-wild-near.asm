; signal SIGSEGV
; rsp is put 8 MiB below the stack, where nothing is mapped.
        global _start
        section .text
_start: mov rbx, rsp
        sub rbx, 24 << 20
        mov rsp, rbx            ; expect: stack-pointer-wild
        push rax                ; expect: unmapped-access
        mov eax, 60
        xor edi, edi
        syscall
