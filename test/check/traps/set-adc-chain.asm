; Long additions and subtractions through lea and dec, which keep CF. exit 0
        default rel
        global _start
        section .data
x:      dq -1, -1, 5
y:      dq 1, 0, 7
        section .bss
z:      resq 3
        section .text
_start: lea rsi, [x]
        lea rdi, [y]
        lea rbx, [z]
        mov ecx, 3
        clc
.next:  mov rax, [rsi]
        adc rax, [rdi]
        mov [rbx], rax
        lea rsi, [rsi+8]
        lea rdi, [rdi+8]
        lea rbx, [rbx+8]
        dec ecx
        jnz .next
        mov rdi, [z+16]
        sub rdi, 13
        mov eax, 60
        syscall
