; A structure is copied and its unset field decides later. exit 0
        global _start
        section .text
copy:   mov rax, [rsi]
        mov [rdi], rax
        mov rax, [rsi+8]
        mov [rdi+8], rax
        ret
_start: sub rsp, 48
        mov qword [rsp], 3
        lea rsi, [rsp]
        lea rdi, [rsp+16]
        call copy
        cmp dword [rsp+24], 0
        jg .more                        ; expect: uninit-branch
.more:  xor edi, edi
        mov eax, 60
        syscall
