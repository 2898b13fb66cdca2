; The program looks for another error than the one it gets, and its loop hides the mistake. exit 0
global _start
section .text
_start: mov eax, 21
        mov edi, 0x10000
        xor esi, esi
        syscall ; expect: syscall-bad-address
        cmp rax, -2
        je .none
        mov eax, 9
        xor edi, edi
        xor esi, esi
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        syscall ; expect: syscall-args
        mov eax, -22
        cmp eax, -22
        jne .none
        mov eax, 1000
        syscall ; expect: syscall-args
        jmp .none
        cmp rax, -38
.none:  xor edi, edi
        mov eax, 60
        syscall
