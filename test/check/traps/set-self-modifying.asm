; A loop whose immediate is patched on the way, in a mapping made by mmap. exit 0
        default rel
        global _start
        section .rodata
code:   mov eax, 1
        ret
code_end:
        section .text
_start: xor edi, edi
        mov esi, 4096
        mov edx, 7
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall
        mov rbx, rax
        lea rsi, [code]
        mov rdi, rbx
        mov ecx, code_end - code
        rep movsb
        xor r12d, r12d
        mov ebp, 4
.next:  call rbx
        add r12d, eax
        inc dword [rbx+1]
        dec ebp
        jnz .next
        mov rdi, rbx
        mov esi, 4096
        mov eax, 11
        syscall
        lea edi, [r12d-10]
        mov eax, 60
        syscall
