; A slot of the global offset table is not the variable it points to. exit 42
bits 32
global _start, value, other
extern _GLOBAL_OFFSET_TABLE_
section .data
value dd 40
other db 2
section .text
_start:
    call .here
.here:
    pop ebx
    add ebx, _GLOBAL_OFFSET_TABLE_ + $$ - .here wrt ..gotpc
    mov eax, [ebx + value wrt ..got]
    mov ecx, [ebx + other wrt ..got]
    mov eax, [eax]
    movzx ecx, byte [ecx]
    add ecx, [ebx + value wrt ..gotoff]
    mov ebx, ecx
    mov eax, 1
    int 0x80
