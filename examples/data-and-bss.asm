; Initialised and uninitialised variables, and how to address an array.
;
; What to see: scope "Globals" shows `step` as a byte, `row` as three dwords, `result` as four zero bytes until it is set.

section .data
    step        db 10
    row         dd 1, 2, 3

section .bss
    result      resb 4

section .text
    global _start

_start:
    movzx eax, byte [step]
    add eax, [row + 2*4]        ; the third dword: watch `dword [row]*3`
    mov [result], eax           ; 13

    mov eax, 60
    xor edi, edi
    syscall
