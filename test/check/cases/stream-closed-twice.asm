; A stream that is closed twice: libc has taken it back. signal SIGSEGV
        default rel
        extern fopen, fclose
        global main
        section .data
n:      db "/dev/null", 0
m:      db "r", 0
        section .text
main:   push rbx
        lea rdi, [n]
        lea rsi, [m]
        call fopen
        mov rbx, rax
        mov rdi, rbx
        call fclose
        mov rdi, rbx
        call fclose             ; expect: double-free
        xor eax, eax
        pop rbx
        ret
