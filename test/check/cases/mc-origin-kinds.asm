; Garbage from the stack, from malloc and from realloc. exit 0
        default rel
        extern malloc, realloc
        global main
        section .bss
x:      resd 1
        section .text
main:   push rbp
        mov rbp, rsp
        sub rsp, 32
        cmp dword [rbp-4], 0x12345678
        jne .1                  ; expect: uninit-branch
        inc dword [x]
.1:     mov eax, [rbp-8]
        inc eax
        cmp eax, 0x1234
        jne .2                  ; expect: uninit-branch
        inc dword [x]
.2:     mov rax, 0x1234567812345678
        cmp [rbp-16], rax
        jne .3                  ; expect: uninit-branch
        inc dword [x]
.3:     mov edi, 4
        call malloc
        cmp dword [rax], 0x12345678
        jne .4                  ; expect: uninit-branch
        inc dword [x]
.4:     mov edi, 4
        call malloc
        mov rdi, rax
        mov esi, 4096
        call realloc
        cmp dword [rax+4], 0x12345678
        jne .5                  ; expect: uninit-branch
        inc dword [x]
.5:     mov eax, [rbp-20]
        and eax, 1
        leave
        ret                     ; expect: uninit-value, leak-definite
