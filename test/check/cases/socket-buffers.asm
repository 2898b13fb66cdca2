; exit 0
; A message with bytes that were never set, one that has no room, and an address half set.
        default rel
        global _start
        section .data
msg:    db "pingpong"
        section .bss
buf:    resb 4
nxt:    resd 1
sv:     resd 2
        section .text
_start: mov eax, 53
        mov edi, 1
        mov esi, 1
        xor edx, edx
        lea r10, [sv]
        syscall
        sub rsp, 40
        mov edi, [sv]
        mov byte [rsp], 'a'
        mov rsi, rsp
        mov edx, 8
        xor r10d, r10d
        xor r8d, r8d
        xor r9d, r9d
        mov eax, 44
        syscall                 ; expect: uninit-syscall
        mov edi, [sv+4]
        lea rsi, [buf]
        mov edx, 8
        xor r10d, r10d
        xor r8d, r8d
        xor r9d, r9d
        mov eax, 45
        syscall                 ; expect: syscall-bad-address|global-overflow-write
        mov eax, 41
        mov edi, 2
        mov esi, 1
        xor edx, edx
        syscall
        mov edi, eax
        mov word [rsp+16], 2
        lea rsi, [rsp+16]
        mov edx, 16
        mov eax, 49
        syscall                 ; expect: uninit-syscall
        mov edi, 99
        mov esi, 1
        mov eax, 50
        syscall
        xor edi, edi
        mov eax, 60
        syscall
