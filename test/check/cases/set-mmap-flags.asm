; mmap without MAP_PRIVATE or MAP_SHARED; the result is used as it is. signal SIGSEGV
        global _start
        section .text
_start: xor edi, edi
        mov esi, 4096
        mov edx, 3
        mov r10d, 0x20
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall                         ; expect: syscall-args
        mov byte [rax], 1               ; expect: unchecked-syscall-error
        xor edi, edi
        mov eax, 60
        syscall
