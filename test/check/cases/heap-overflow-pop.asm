; A pop into a heap block, one word too far. exit 0
extern malloc, free
global main
section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        push 5
        pop qword [rbx+16] ; expect: heap-overflow-write
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
