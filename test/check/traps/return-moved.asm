; Functions that move their return address on: over an instruction, in two ways, and over arguments behind the call. exit 8
        global _start
        section .text
skip:   add qword [rsp], 5
        ret
skip2:  mov rax, [rsp]
        add rax, 5
        mov [rsp], rax
        ret
number: push rbp
        mov rbp, rsp
        mov rax, [rbp+8]
        mov ecx, [rax]
        add rax, 4
        mov [rbp+8], rax
        add edi, ecx
        pop rbp
        ret
swap:   lea rax, [rel over]
        xchg rax, [rsp]
        ret
_start: xor edi, edi
        call skip
        mov edi, 9
        inc edi
        call skip2
        mov edi, 9
        call number
        dd 7
        call swap
        mov edi, 9
over:   mov eax, 60
        syscall
