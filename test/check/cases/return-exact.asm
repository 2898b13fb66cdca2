; signal SIGSEGV
; -1 as a return address is 16 digits, and no rounder number.
        global _start
        section .text
f:      mov qword [rsp], -1
        ret                     ; expect: return-address-overwritten, exec-nonexec
_start: call f
        mov eax, 60
        xor edi, edi
        syscall
