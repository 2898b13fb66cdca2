; Forgets to lower rsp for its locals, and calls: they are gone. exit 0
global _start
section .text
inner:  push rbp
        mov rbp, rsp
        mov dword [rbp-4], 3
        mov eax, [rbp-4]
        pop rbp
        ret
outer:  push rbp
        mov rbp, rsp
        mov qword [rbp-16], 8
        call inner
        mov eax, [rbp-16] ; expect: below-rsp-read
        pop rbp
        ret
_start: call outer
        xor edi, edi
        mov eax, 60
        syscall
