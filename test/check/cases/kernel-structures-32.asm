; exit 0
; The same in 32 bits, where calls for sockets have their arguments in a block.
        bits 32
        global _start
        section .data
zero:   dd 0, 0
        section .bss
pair:   resd 2
        section .text
_start: sub esp, 16
        mov dword [esp], 1
        mov dword [esp + 8], 0
        mov dword [esp + 12], pair
        mov eax, 102
        mov ebx, 8              ; SYS_SOCKETPAIR
        mov ecx, esp
        int 0x80                ; expect: uninit-syscall, syscall-args
        add esp, 16
        mov eax, 360            ; socketpair
        mov ebx, 1
        mov ecx, 1
        xor edx, edx
        mov esi, pair
        int 0x80
        sub esp, 24             ; payload at esp + 16
        mov eax, [pair]
        mov [esp], eax
        lea ecx, [esp + 16]
        mov [esp + 4], ecx
        mov dword [esp + 8], 4
        mov dword [esp + 12], 0
        mov eax, 102
        mov ebx, 9              ; SYS_SEND
        mov ecx, esp
        int 0x80                ; expect: uninit-syscall
        mov eax, 142            ; _newselect
        mov ebx, 1
        lea ecx, [esp + 20]
        xor edx, edx
        xor esi, esi
        mov edi, zero
        int 0x80                ; expect: uninit-syscall
        add esp, 24
        call old
        mov eax, 1
        xor ebx, ebx
        int 0x80

old:    sub esp, 32             ; arguments at esp, times at esp + 20
        mov dword [esp], 0
        mov dword [esp + 4], 0
        mov dword [esp + 8], 0
        mov dword [esp + 12], 0
        lea eax, [esp + 20]
        mov [esp + 16], eax
        mov dword [eax], 0
        mov eax, 82             ; select
        mov ebx, esp
        int 0x80                ; expect: uninit-syscall
        add esp, 32
        ret
