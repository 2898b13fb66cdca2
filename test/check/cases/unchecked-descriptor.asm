; exit 0
; A failed open's result goes on as a descriptor by way of a 32-bit register.
        global  _start

        section .data
name:   db "/nonexistent", 0

        section .bss
room:   resb 16

        section .text
_start: mov     eax, 2
        mov     rdi, name
        xor     esi, esi
        syscall
        mov     edi, eax
        xor     eax, eax
        mov     rsi, room
        mov     edx, 16
        syscall                         ; expect: unchecked-syscall-error
        mov     eax, 60
        xor     edi, edi
        syscall
