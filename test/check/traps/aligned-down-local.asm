; Paragraphs around a local, from a pointer masked down. exit 0
        global _start
; reads 16-byte paragraphs around rdi
dump:   mov ecx, 2
        and rdi, -16
.l:     mov rax, [rdi]
        mov rdx, [rdi+8]
        add rdi, 16
        loop .l
        ret
_start: call f
        mov eax, 60
        xor edi, edi
        syscall
f:      push rbp
        mov rbp, rsp
        sub rsp, 16
        mov dword [rbp-4], 7
        lea rdi, [rbp-4]
        call dump
        leave
        ret
