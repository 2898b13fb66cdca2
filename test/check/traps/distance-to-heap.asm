; Copies by one pointer and the distance of the other: from a variable to the heap and a mapping, from there to the stack. exit 3
global main
extern malloc, free
section .rodata
text:   db "distance", 0
section .text
copy:   sub rdi, rsi
.byte:  mov al, [rsi]
        mov [rsi + rdi], al
        inc rsi
        test al, al
        jnz .byte
        ret
main:   push rbx
        sub rsp, 16
        mov edi, 9
        call malloc
        test rax, rax
        jz .end
        mov rbx, rax
        mov rdi, rax
        mov esi, text
        call copy
        mov rdi, rsp
        mov rsi, rbx
        call copy
        mov rdi, rbx
        mov rsi, rsp
        call copy
        mov rdi, rbx
        call free
        mov eax, 9
        xor edi, edi
        mov esi, 4096
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        syscall
        cmp rax, -4096
        ja .end
        mov rbx, rax
        mov rdi, rax
        mov esi, text
        call copy
        mov rdi, rbx
        mov esi, 4096
        mov eax, 11
        syscall
.end:   mov eax, 3
        add rsp, 16
        pop rbx
        ret
