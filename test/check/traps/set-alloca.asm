; Room on the stack by sub rsp of a run-time size, several times. exit 0
        global _start
        section .text
sum:    push rbp
        mov rbp, rsp
        push rbx
        mov ecx, edi
        lea rax, [rdi*8+15]
        and rax, -16
        sub rsp, rax
        mov rbx, rsp
.set:   dec ecx
        mov [rbx+rcx*8], rcx
        jnz .set
        sub rsp, 32
        mov [rsp], rbx
        xor eax, eax
        xor ecx, ecx
.add:   add rax, [rbx+rcx*8]
        inc ecx
        cmp ecx, edi
        jb .add
        lea rsp, [rbp-8]
        pop rbx
        pop rbp
        ret
_start: mov edi, 5
        call sum
        mov edi, 9
        mov ebx, eax
        call sum
        lea edi, [rax+rbx-46]
        mov eax, 60
        syscall
