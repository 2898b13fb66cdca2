; signal SIGSEGV
; The stack that is switched to was given back: neither is a recursion too deep, nor was too much popped.
        global _start
        section .bss
mine:   resq 1
other:  resq 1
        section .text
switch: push rbx
        mov [mine], rsp
        mov rsp, [other]        ; expect: stack-pointer-wild
        pop rbx                 ; expect: use-after-unmap
        ret
_start: mov eax, 9
        xor edi, edi
        mov esi, 16384
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        syscall
        lea rcx, [rax + 16384 - 16]
        mov [other], rcx
        mov rdi, rax
        mov esi, 16384
        mov eax, 11
        syscall
        call switch
        mov eax, 60
        xor edi, edi
        syscall
