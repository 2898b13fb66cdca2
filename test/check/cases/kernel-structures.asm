; exit 0
; Structures that the kernel reads, in parts never set, and blocks too short for what it writes.
        global _start
        section .rodata
file:   db "/none/none", 0
        section .data
zero:   dq 0, 0
text:   db "hello"
        section .bss
pair:   resd 2
small:  resb 8
other:  resb 40
brief:  resd 1
        section .text
_start: mov eax, 53             ; socketpair(AF_UNIX, SOCK_STREAM)
        mov edi, 1
        mov esi, 1
        xor edx, edx
        mov r10d, pair
        syscall
        call send
        call receive
        call sets
        call dates
        call lists
        mov eax, 60
        xor edi, edi
        syscall

send:   sub rsp, 88             ; header at rsp, vector at rsp + 56, payload at rsp + 72
        lea rdi, [rsp]
        mov ecx, 7
        xor eax, eax
        rep stosq
        lea rax, [rsp + 72]
        mov [rsp + 56], rax
        mov qword [rsp + 64], 8
        lea rax, [rsp + 56]
        mov [rsp + 16], rax
        mov qword [rsp + 24], 1
        mov eax, 46
        mov edi, [pair]
        mov rsi, rsp
        xor edx, edx
        syscall                 ; expect: uninit-syscall
        add rsp, 88
        ret

receive:
        sub rsp, 88
        lea rdi, [rsp]
        mov ecx, 7
        xor eax, eax
        rep stosq
        mov eax, small
        mov [rsp + 56], rax
        mov qword [rsp + 64], 32
        lea rax, [rsp + 56]
        mov [rsp + 16], rax
        mov qword [rsp + 24], 1
        mov eax, 47
        mov edi, [pair + 4]
        mov rsi, rsp
        xor edx, edx
        syscall                 ; expect: syscall-bad-address
        add rsp, 88
        ret

sets:   sub rsp, 40
        mov eax, 23             ; select
        mov edi, 2
        mov rsi, rsp
        xor edx, edx
        xor r10d, r10d
        mov r8d, zero
        syscall                 ; expect: uninit-syscall
        mov eax, 23
        xor edi, edi
        xor esi, esi
        xor edx, edx
        xor r10d, r10d
        lea r8, [rsp + 24]
        mov qword [r8], 0
        syscall                 ; expect: uninit-syscall
        mov eax, 51             ; getsockname
        mov edi, [pair]
        mov esi, other
        mov rdx, rsp
        mov dword [rsp], 0
        lea rdx, [rsp + 16]
        syscall                 ; expect: uninit-syscall
        add rsp, 40
        ret

dates:  sub rsp, 40
        mov qword [rsp], 1
        mov qword [rsp + 8], 0
        mov eax, 280            ; utimensat
        mov edi, -100
        mov esi, file
        mov rdx, rsp
        xor r10d, r10d
        syscall                 ; expect: uninit-syscall
        mov eax, 158            ; arch_prctl(ARCH_GET_FS)
        mov edi, 0x1003
        mov esi, brief
        syscall                 ; expect: syscall-bad-address
        mov eax, 157            ; prctl(PR_SET_NAME)
        mov edi, 15
        lea rsi, [rsp + 24]
        mov byte [rsi], "a"
        syscall                 ; expect: uninit-syscall
        mov eax, 115            ; getgroups
        mov edi, 65536
        mov esi, brief
        syscall                 ; expect: syscall-bad-address
        add rsp, 40
        ret

lists:  sub rsp, 40
        mov eax, file
        mov [rsp], rax
        mov eax, 59             ; execve
        mov edi, file
        mov rsi, rsp
        xor edx, edx
        syscall                 ; expect: uninit-syscall, syscall-args
        add rsp, 40
        ret
