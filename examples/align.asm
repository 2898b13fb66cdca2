; Alignment: data at addresses that are multiples of its size.
;
; What to see: hover the labels: `value` is moved up to the next multiple of 4, `block` to a multiple of 16.

section .data
    flag    db 1
            align 4
    value   dd 123456
            align 16
    block   dq 1, 2

section .text
    global _start

_start:
    mov eax, [value]
    mov rbx, [block + 8]

    mov eax, 60
    xor edi, edi
    syscall
