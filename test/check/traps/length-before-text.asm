; exit 0
; Texts whose length stands in front of their label, where no label is.
section .data
        dd first_end - first
first:  db "hello "
first_end:
        dd second_end - second
second: db "abc", 10
second_end:
table:  dq first, second, 0
section .text
global _start
_start: mov rbx, table
.next:  mov rsi, [rbx]
        test rsi, rsi
        jz .sum
        mov edx, [rsi - 4]
        mov eax, 1
        mov edi, 1
        syscall
        add rbx, 8
        jmp .next
.sum:   mov edi, [second - 4]
        sub edi, 4
        mov eax, 60
        syscall
