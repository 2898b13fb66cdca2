; A wrong offset: the return address instead of the argument. signal SIGSEGV
        global _start
        section .text
set:    mov qword [rsp], 5
        ret                             ; expect: return-address-overwritten, null-jump
_start: push 1
        call set
        pop rax
        xor edi, edi
        mov eax, 60
        syscall
