; execve with a name and arguments that were never set (memcheck's execve1). exit 0
extern malloc, free
global main
section .text
main:   push rbx
        mov edi, 32
        call malloc
        mov rbx, rax
        mov eax, 59
        mov rdi, rbx
        xor esi, esi
        xor edx, edx
        syscall ; expect: uninit-syscall
        mov eax, 59
        mov rdi, -1
        xor esi, esi
        xor edx, edx
        syscall ; expect: syscall-bad-address
        mov eax, 59
        mov edi, nm
        mov rsi, rbx
        xor edx, edx
        syscall ; expect: uninit-syscall
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
section .data
nm:     db "/", 0
