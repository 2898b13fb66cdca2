; A bubble sort compares the last number with what lies behind the array. exit 0
        default rel
        global _start
        section .data
values: dd 9, 4, 7, 1
limit:  dd 100
        section .text
_start: mov ecx, 4
.pass:  xor esi, esi
        lea rdi, [values]
.pair:  mov eax, [rdi+rsi*4]
        cmp eax, [rdi+rsi*4+4]          ; expect: global-overflow-read
        jle .ordered
        xchg eax, [rdi+rsi*4+4]
        mov [rdi+rsi*4], eax
.ordered:
        inc esi
        cmp esi, 4
        jb .pair
        dec ecx
        jnz .pass
        xor edi, edi
        mov eax, 60
        syscall
