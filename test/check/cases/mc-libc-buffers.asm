; Buffers that libc hands to the kernel: entries of poll, vectors at bad addresses, room for the current directory. exit 0
        default rel
        extern malloc, free, poll, writev, getcwd, nanosleep
        global main
        section .data
bad:    dq -1, 4
        section .bss
little:  resb 4
behind: resb 60
        section .text
main:   push rbx
        mov edi, 15
        call malloc
        mov rbx, rax
        mov dword [rbx], -1
        mov dword [rbx+4], 0
        mov rdi, rbx
        mov esi, 2
        xor edx, edx
        call poll                       ; expect: syscall-bad-address, uninit-syscall
        mov edi, 1
        lea rsi, [bad]
        mov edx, 1
        call writev                     ; expect: syscall-bad-address
        mov edi, 1
        mov esi, 1
        mov edx, 1
        call writev                     ; expect: syscall-bad-address
        lea rdi, [little]
        mov esi, 64
        call getcwd                     ; expect: syscall-bad-address
        sub rsp, 16
        mov qword [rsp], 0
        mov rdi, rsp
        xor esi, esi
        call nanosleep                  ; expect: uninit-syscall
        add rsp, 16
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
