; A dword variable is read as a qword. exit 0
        default rel
        global _start
        section .data
count:  dd 5
flag:   dd 1
        section .text
_start: mov rax, [count]                ; expect: element-size-mismatch
        xor edi, edi
        mov eax, 60
        syscall
