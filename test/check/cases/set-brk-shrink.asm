; The break goes back and memory above it is used: the page is there by luck. exit 0
        global _start
        section .text
_start: xor edi, edi
        mov eax, 12
        syscall
        mov rbx, rax
        lea rdi, [rax+256]
        mov eax, 12
        syscall
        mov byte [rbx+100], 1
        lea rdi, [rbx+64]
        mov eax, 12
        syscall
        mov byte [rbx+100], 2           ; expect: heap-overflow-write
        mov rdi, rbx
        mov eax, 12
        syscall
        xor edi, edi
        mov eax, 60
        syscall
