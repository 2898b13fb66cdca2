; exit 87
; Where a character was found less the table's label, an address less one kept in memory, and the lowest bits of an address are
; numbers: they index other tables.
global _start
section .data
keys:   db "+-*/"
handlers: dq plus, minus, product, over
table:  dq 1, 2, 3, 4
base:   dq 0
names:  db "abcd", 0
values: dw 10, 20, 30, 40
section .bss
marks:  resw 8
section .text
_start: mov rdi, keys
        mov ecx, 4
        mov al, '*'
        repne scasb
        sub rdi, keys + 1
        mov eax, 6
        mov ebx, 7
        call [handlers + rdi*8]
        mov r12d, eax               ; 42
        mov qword [base], table
        mov rsi, table
        add rsi, 16
        sub rsi, [base]
        shr esi, 3
        add r12d, [table + rsi*8]   ; 45
        mov rsi, table
        add rsi, 2
        sub rsi, [base]
        movzx eax, word [values + rsi]
        add r12d, eax               ; 65
        mov word [marks + rsi*2], 1
        mov edx, names + 2
        and edx, 15
        add r12w, [marks + 4]       ; 66
        and edx, 1
        movzx eax, byte [keys + rdx + 1]
        cmp eax, '-'
        je .end
        add r12d, 1
.end:   mov rbx, marks
        sub rbx, values
        mov rsi, values
        mov word [rsi + rbx], 21    ; marks[0]
        add r12w, [marks]           ; 87 or 88
        and r12d, 0x7f
        mov edi, 87
        mov eax, 60
        syscall
plus:   add eax, ebx
        ret
minus:  sub eax, ebx
        ret
product:  imul eax, ebx
        ret
over:   xor edx, edx
        div ebx
        ret
