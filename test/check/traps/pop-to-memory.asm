; Lists and tables filled by pop: it reads the stack and writes through a pointer into the heap, a variable, a local array.
; exit 42
extern malloc, free
global main
section .bss
table: resq 4
section .text
main:   push rbx
        sub rsp, 32
        mov edi, 16
        call malloc
        mov rbx, rax
        push 40
        pop qword [rbx]
        push 2
        pop qword [rbx+8]
        lea rdi, [rel table]
        push qword [rbx]
        pop qword [rdi]
        mov ecx, 1
        push qword [rbx+8]
        pop qword [rdi+rcx*8]
        lea rdx, [rsp]
        push qword [rdi]
        pop qword [rdx+8]
        mov rax, [rsp+8]
        add rax, [rdi+8]
        mov [rsp+16], rax
        mov rdi, rbx
        call free
        mov rax, [rsp+16]
        add rsp, 32
        pop rbx
        ret
