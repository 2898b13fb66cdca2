; A table of functions holds a variable: a jump into data. signal SIGSEGV
        default rel
        global _start
        section .data
count:  dq 1
table:  dq one, count
        section .text
one:    ret
_start: mov ebx, 1
        lea rax, [table]
        call [rax+rbx*8]                ; expect: exec-nonexec
        xor edi, edi
        mov eax, 60
        syscall
