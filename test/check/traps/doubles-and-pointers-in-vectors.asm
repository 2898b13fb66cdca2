; Doubles and pointers to locals and arrays go through vector registers. exit 29
global _start
section .data
numbers: dq 1.5, 2.5, 4.0
section .bss
out:    resq 3
section .text
keep:   lea rdi, [rsp-16]
        movq xmm1, rdi
        mov qword [rsp-16], 5
        movq rdi, xmm1
        mov rax, [rdi]
        ret
_start: mov rax, numbers
        movq xmm0, rax
        mov rax, out
        movq xmm2, rax
        mov ebx, 30
.again: movq rsi, xmm0
        movq rdi, xmm2
        mov ecx, 3
.copy:  movq xmm4, [rsi]
        movq rdx, xmm4
        mov [rdi], rdx
        add rsi, 8
        add rdi, 8
        loop .copy
        call keep
        dec ebx
        jnz .again
        cvtsd2si edi, [out+16]
        lea eax, [rax+rax*4]
        add edi, eax
        mov eax, 60
        syscall
