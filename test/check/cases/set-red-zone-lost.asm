; A value below rsp does not survive a call. exit 0
        global _start
        section .text
helper: push rbx
        push rcx
        pop rcx
        pop rbx
        ret
_start: mov qword [rsp-16], 42
        call helper
        mov rax, [rsp-200]              ; expect: below-rsp-read
        xor edi, edi
        mov eax, 60
        syscall
