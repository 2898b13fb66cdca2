; signal SIGSEGV
; Below address 0 the addresses of 32-bit programs go on at their end: that is not above the stack.
        bits 32
        global _start
        section .text
_start: xor esp, esp            ; expect: stack-pointer-wild
        push eax                ; expect: unmapped-access
        mov eax, 1
        int 0x80
