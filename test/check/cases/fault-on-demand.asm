; exit 0
; A page is made writable by the handler of its fault; the instruction then goes on with the registers it had.
        default rel
        global _start
        section .data
act:    dq handler, 0x04000004, restorer, 0
base:   dq 0
        section .text
handler: push rbx
        mov rdi, [rsi+16]
        and rdi, -4096
        mov esi, 4096
        mov edx, 3
        mov eax, 10
        syscall
        pop rbx
        ret
restorer: mov eax, 15
        syscall
_start: mov eax, 13
        mov edi, 11
        lea rsi, [act]
        xor edx, edx
        mov r10d, 8
        syscall
        mov eax, 9
        xor edi, edi
        mov esi, 16384
        xor edx, edx
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        syscall
        mov [base], rax
        mov rbx, rax
        mov ecx, 4
.l:     mov byte [rbx], 1     ; expect: write-to-readonly
        add rbx, 4096
        dec ecx
        jnz .l
        mov eax, 11
        mov rdi, [base]
        mov esi, 16384
        syscall
        xor edi, edi
        mov eax, 60
        syscall
