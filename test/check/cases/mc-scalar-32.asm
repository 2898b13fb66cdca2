; System calls with arguments that were never set. exit 0
        bits 32
        global _start
_start: sub esp, 32
        mov ebx, [esp]
        mov ecx, [esp+4]
        mov edx, [esp+8]
        mov eax, 3
        int 0x80                ; expect: uninit-syscall
        mov eax, 5
        mov ebx, [esp+12]
        xor ecx, ecx
        int 0x80                ; expect: uninit-syscall, syscall-bad-address
        mov eax, 6
        mov ebx, [esp+16]
        int 0x80                ; expect: uninit-syscall
        mov eax, 10
        mov ebx, [esp+20]
        int 0x80                ; expect: uninit-syscall, syscall-bad-address
        mov eax, 1
        mov ebx, [esp+24]
        int 0x80                ; expect: uninit-value
