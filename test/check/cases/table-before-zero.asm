; Behind the end of a table of addresses stands a variable of 0. signal SIGSEGV
global _start
section .data
table:  dq first, second
table_end:
zero:   dq 0
section .text
_start:
    mov eax, 2
    jmp [table + rax * 8] ; expect: global-overflow-read, null-jump
first:
second:
    mov eax, 60
    xor edi, edi
    syscall
