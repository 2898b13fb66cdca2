; A loop sets one element more than the local array has: the saved rbp. signal SIGSEGV
        global _start
        section .text
fill:   push rbp
        mov rbp, rsp
        sub rsp, 32
        lea rdi, [rbp-32]
        xor ecx, ecx
.next:  mov qword [rdi+rcx*8], 0        ; expect: stack-buffer-overflow-write
        inc ecx
        cmp ecx, 5
        jne .next
        mov rsp, rbp
        pop rbp
        ret                             ; expect: callee-saved-clobbered
_start: mov rbp, rsp
        call fill
        mov rax, [rbp-8]                ; expect: null-deref
        xor edi, edi
        mov eax, 60
        syscall
