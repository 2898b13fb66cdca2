; signal SIGSEGV
; ".text write": the linker makes the section read-only all the same; one with another name would stay writable.
        default rel
        global _start
        section .text write exec
_start: mov     byte [patch + 1], 7     ; expect: write-to-readonly
patch:  mov     edi, 0
        mov     eax, 60
        syscall
