; exit 0
; What the kernel does not look at in structures may be garbage: padding, what it only hands back, what another field
; switches off.
        global _start
        section .rodata
file:   db "/none/none", 0
        section .bss
pair:   resd 2
buffer: resb 64
epoll:  resd 1
        section .text
_start: mov eax, 53             ; socketpair(AF_UNIX, SOCK_STREAM)
        mov edi, 1
        mov esi, 1
        xor edx, edx
        mov r10d, pair
        syscall
        call internet
        call message
        call waits
        call others
        mov eax, 60
        xor edi, edi
        syscall

internet:
        mov eax, 41             ; socket(AF_INET, SOCK_STREAM)
        mov edi, 2
        mov esi, 1
        xor edx, edx
        syscall
        mov edi, eax
        sub rsp, 24
        mov word [rsp], 2
        mov word [rsp + 2], 0
        mov dword [rsp + 4], 0x0100007f
        mov eax, 49             ; bind: the last 8 bytes do not count
        mov rsi, rsp
        mov edx, 16
        syscall
        mov eax, 50             ; listen
        mov esi, 1
        syscall
        mov eax, 72             ; fcntl(F_SETFL, O_NONBLOCK)
        mov esi, 4
        mov edx, 2048
        syscall
        mov eax, 43             ; accept: without an address no length
        xor esi, esi
        mov rdx, rsp
        syscall
        add rsp, 24
        ret

message:
        sub rsp, 104            ; header, vector at rsp + 56, a name at rsp + 72
        mov qword [rsp], 0      ; its length does not count, nor do flags and padding
        lea rax, [rsp + 56]
        mov [rsp + 16], rax
        mov qword [rsp + 24], 1
        mov qword [rsp + 32], 0 ; no control data: their length
        mov qword [rsp + 40], 0
        mov qword [rsp + 56], file
        mov qword [rsp + 64], 5
        mov eax, 46             ; sendmsg
        mov edi, [pair]
        mov rsi, rsp
        xor edx, edx
        syscall
        mov qword [rsp + 56], buffer
        mov qword [rsp + 64], 64
        mov eax, 47             ; recvmsg
        mov edi, [pair + 4]
        mov rsi, rsp
        xor edx, edx
        syscall
        cmp eax, 5
        jne .bad
        add rsp, 104
        ret
.bad:   mov eax, 60
        mov edi, 1
        syscall

waits:  sub rsp, 56
        mov byte [rsp], 0       ; a set of 3 descriptors
        mov qword [rsp + 16], 0
        mov qword [rsp + 24], 0
        mov eax, 23             ; select
        mov edi, 3
        xor esi, esi
        mov rdx, rsp
        xor r10d, r10d
        lea r8, [rsp + 16]
        syscall
        mov eax, 291            ; epoll_create1
        xor edi, edi
        syscall
        mov [epoll], eax
        mov dword [rsp + 32], 1
        mov eax, [pair]
        mov [rsp + 36], eax     ; 4 bytes of the data are enough
        mov eax, 233            ; epoll_ctl(EPOLL_CTL_ADD)
        mov edi, [epoll]
        mov esi, 1
        mov edx, [pair]
        lea r10, [rsp + 32]
        syscall
        mov eax, 233            ; EPOLL_CTL_DEL takes no event
        mov edi, [epoll]
        mov esi, 2
        mov edx, [pair]
        lea r10, [rsp + 44]
        syscall
        add rsp, 56
        ret

others: sub rsp, 40
        mov word [rsp], 0       ; F_RDLCK
        mov word [rsp + 2], 0
        mov qword [rsp + 8], 0
        mov qword [rsp + 16], 0
        mov eax, 72             ; fcntl(F_SETLK): padding and pid
        mov edi, [pair]
        mov esi, 6
        mov rdx, rsp
        syscall
        mov qword [rsp + 8], 0x3fffffff
        mov qword [rsp + 24], 0x3ffffffe
        mov eax, 280            ; utimensat: now, and not at all
        mov edi, -100
        mov esi, .self
        mov rdx, rsp
        xor r10d, r10d
        syscall
        mov eax, 115            ; getgroups: how many?
        xor edi, edi
        xor esi, esi
        syscall
        mov byte [rsp], "n"
        mov byte [rsp + 1], 0
        mov eax, 157            ; prctl(PR_SET_NAME)
        mov edi, 15
        mov rsi, rsp
        syscall
        mov eax, 157            ; prctl(PR_GET_NAME)
        mov edi, 16
        mov esi, buffer
        syscall
        cmp byte [buffer], "n"
        jne message.bad
        add rsp, 40
        ret
.self:  db "/dev/null", 0
