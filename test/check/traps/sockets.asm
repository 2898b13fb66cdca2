; exit 0
; A pair of sockets, and one that listens.
        default rel
        global _start
        section .data
sa:     dw 2
        db 0x1f, 0x90
        dd 0x0100007f
        dq 0
msg:    db "ping"
        section .bss
buf:    resb 4
fd:     resd 3
sv:     resd 2
alen:   resd 1
peer:   resb 16
        section .text
_start: mov eax, 53             ; socketpair(AF_UNIX, SOCK_STREAM)
        mov edi, 1
        mov esi, 1
        xor edx, edx
        lea r10, [sv]
        syscall
        test eax, eax
        js .bad
        mov edi, [sv]
        lea rsi, [msg]
        mov edx, 4
        xor r10d, r10d
        xor r8d, r8d
        xor r9d, r9d
        mov eax, 44
        syscall
        mov edi, [sv+4]
        lea rsi, [buf]
        mov edx, 4
        xor r10d, r10d
        xor r8d, r8d
        xor r9d, r9d
        mov eax, 45
        syscall
        cmp dword [buf], 'ping'
        jne .bad
        mov eax, 41             ; tcp
        mov edi, 2
        mov esi, 1
        xor edx, edx
        syscall
        mov [fd], eax
        mov edi, eax
        lea rsi, [sa]
        mov edx, 16
        mov eax, 49
        syscall
        mov edi, [fd]
        mov esi, 1
        mov eax, 50
        syscall
        mov dword [alen], 16
        mov edi, [fd]
        lea rsi, [peer]
        lea rdx, [alen]
        mov eax, 51
        syscall
        cmp word [peer], 2
        jne .bad
        xor edi, edi
        jmp .x
.bad:   mov edi, 1
.x:     mov eax, 60
        syscall
