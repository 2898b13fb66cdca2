; Calls that are made for their errors: whether an address is mapped, whether there is such a call. exit 0
global _start
section .text
_start: mov eax, 21
        mov edi, 0x10000
        xor esi, esi
        syscall
        cmp rax, -14
        jne .wrong
        mov eax, 500
        syscall
        test eax, eax
        jns .wrong
        neg eax
        cmp eax, 38
        jne .wrong
        mov eax, 9
        xor edi, edi
        xor esi, esi
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        syscall
        mov rbx, rax
        cmp rax, -22
        jne .wrong
        mov eax, 60
        xor edi, edi
        syscall
.wrong: mov edi, 1
        mov eax, 60
        syscall
