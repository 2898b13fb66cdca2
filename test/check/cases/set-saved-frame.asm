; [rbp] instead of [rbp-8]: the caller's frame pointer is lost. exit 0
        global _start
        section .text
set:    push rbp
        mov rbp, rsp
        sub rsp, 16
        mov qword [rbp], 77             ; expect: saved-frame-overwritten
        mov rsp, rbp
        pop rbp
        ret
_start: mov rbp, rsp
        call set
        xor edi, edi
        mov eax, 60
        syscall
