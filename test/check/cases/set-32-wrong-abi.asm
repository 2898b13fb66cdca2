; 32 bits: exit by its 64-bit number, which is umask here; the program goes on. signal SIGSEGV
        bits 32
        global _start
        section .text
_start: mov eax, 60
        xor ebx, ebx
        int 0x80                        ; expect: fall-off-end
