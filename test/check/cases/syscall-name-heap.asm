; A file's name in a block without room for its zero byte. exit 0
extern malloc, free
global main
section .text
main:   push rbx
        mov edi, 4
        call malloc
        mov rbx, rax
        mov dword [rax], "/tmp"
        mov eax, 2
        mov rdi, rbx
        xor esi, esi
        syscall ; expect: syscall-bad-address
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
