; exit 0
; The child of clone returns from the entry point into what stands on its new stack.
        default rel
        global _start
        section .bss
done_:  resd 1
        section .text
fn:     sub rsp, 16
        mov eax, [rsp]
        test eax, eax
        jz .z
.z:     add rsp, 16
        lock inc dword [done_]
        xor edi, edi
        mov eax, 60
        syscall
_start: mov eax, 9
        xor edi, edi
        mov esi, 65536
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        syscall
        mov rbx, rax
        lea rsi, [rax+65536-8]
        lea rcx, [fn]
        mov [rsi], rcx
        mov edi, 0x10f00
        mov eax, 56
        syscall
        test eax, eax
        jnz .w
        ret
.w:     mov eax, 24
        syscall
        cmp dword [done_], 1
        jb .w
        mov rdi, rbx
        mov esi, 65536
        mov eax, 11
        syscall
        xor edi, edi
        mov eax, 231
        syscall
