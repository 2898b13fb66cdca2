; exit 0
; Names that libc hands on, never set, and a structure too short for what is written.
        extern chdir, rename, access, remove, system, clock_getres, select, mkdir
        global main
        section .rodata
file:   db "/none/none", 0
        section .data
room:   dd 0
next:   dq 1
        section .text
main:   push rbx
        sub rsp, 64
        mov rdi, rsp
        call chdir              ; expect: uninit-syscall
        mov edi, file
        lea rsi, [rsp + 8]
        call rename             ; expect: uninit-syscall
        lea rdi, [rsp + 16]
        mov byte [rdi], "x"
        xor esi, esi
        call access             ; expect: uninit-syscall
        lea rdi, [rsp + 24]
        call remove             ; expect: uninit-syscall
        lea rdi, [rsp + 32]
        mov esi, 511
        call mkdir              ; expect: uninit-syscall
        mov edi, 1
        mov esi, room
        call clock_getres       ; expect: syscall-bad-address
        mov edi, 1
        lea rsi, [rsp + 40]
        xor edx, edx
        xor ecx, ecx
        lea r8, [rsp + 48]
        mov qword [r8], 0
        mov qword [r8 + 8], 0
        call select             ; expect: uninit-syscall
        xor eax, eax
        add rsp, 64
        pop rbx
        ret
