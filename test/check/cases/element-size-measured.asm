; A measured variable is read wider than it was measured, and a record beyond its end. exit 0
global _start
section .data
number: dw 5
number_bytes equ $ - number
next:   dw 1
pair:
left:   dw 1
right:  dw 2
pair_bytes equ $ - pair
after:  dd 1
section .text
_start: mov eax, [number] ; expect: element-size-mismatch
        mov ecx, [left]
        mov rdx, [left] ; expect: element-size-mismatch
        mov edx, [right] ; expect: element-size-mismatch
        xor edi, edi
        mov eax, 60
        syscall
