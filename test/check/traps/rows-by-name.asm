; A constant behind one row leads to another; so do a measured length, an annotation and an end label. exit 75
global _start
section .data
row0:   dw 1, 2
row1:   dw 3, 4
row2:   dw 5, 6
list:   dd 1, 2
        align 8
rest:   dd 3, 4
count   equ ($ - list) / 4
; @object pair..other
pair:   dd 7, 8
other:  dd 9, 10
table:  dq 1
more:   dd 2, 3
table_end:
section .text
_start: movzx edi, word [row0+8]
        add di, [row2-2]
        mov word [row1+4], 6
        add di, [row2]
        mov esi, list
        mov ecx, count
.next:  add edi, [rsi]
        add rsi, 4
        loop .next
        add edi, [list+8]
        add edi, [pair+8]
        add edi, [other-4]
        add edi, [table+12]
        mov rcx, table_end
        cmp rcx, table
        je .end
        sub edi, 2
.end:   mov eax, 60
        syscall
