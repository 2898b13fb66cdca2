; 32-bit: bases in front of arrays in a table and in a saved register. exit 116
bits 32
global main
section .data
days:   db 31, 28
table:  dd 10, 20, 30
base:   dd table - 4
second: dd table + 4 - 8
section .text
main:   push ebx
        mov ebx, table - 4
        push ebx
        mov ecx, 3
        xor eax, eax
        pop ebx
.next:  add eax, [ebx+ecx*4]
        loop .next
        mov ebx, [base]
        add eax, [ebx+4]
        mov edx, [second]
        add eax, [edx+8]
        movzx ecx, byte [days+1]
        lea eax, [eax+ecx-2]
        pop ebx
        ret
