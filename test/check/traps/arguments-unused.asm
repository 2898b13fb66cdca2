; Arguments that the kernel does not look at, left by calls. exit 0
extern getpid
global main
section .data
p:      db "/tmp", 0
        align 4, db 0
w:      dd 0
section .text
main:   push rbx
        call getpid
        mov eax, 257
        mov edi, -100
        mov esi, p
        xor edx, edx
        syscall
        mov rbx, rax
        call getpid
        mov eax, 72
        mov rdi, rbx
        mov esi, 1
        syscall
        call getpid
        mov eax, 202
        mov edi, w
        mov esi, 1
        mov edx, 1
        syscall
        call getpid
        mov eax, 9
        xor edi, edi
        mov esi, 4096
        mov edx, 3
        mov r10d, 0x22
        xor r9d, r9d
        syscall
        mov rdi, rax
        mov esi, 4096
        mov eax, 11
        syscall
        xor eax, eax
        pop rbx
        ret
