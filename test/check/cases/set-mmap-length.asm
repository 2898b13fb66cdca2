; A mapping of one page is written one byte beyond its requested length. exit 0
        global _start
        section .text
_start: xor edi, edi
        mov esi, 1000
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall
        mov rbx, rax
        mov byte [rbx+999], 1
        mov byte [rbx+1000], 1          ; expect: heap-overflow-write
        mov rdi, rbx
        mov esi, 1000
        mov eax, 11
        syscall
        xor edi, edi
        mov eax, 60
        syscall
