; Memory-mapped style: a page whose words are written and polled through volatile-like pointers. exit 0
        global _start
        section .text
_start: xor edi, edi
        mov esi, 4096
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall
        mov rbx, rax
        mov dword [rbx+0xffc], 1
.poll:  test dword [rbx+0xffc], 1
        jz .poll
        mov eax, [rbx+0x10]
        test eax, eax
        jnz .poll
        mov rdi, rbx
        mov esi, 4096
        mov eax, 11
        syscall
        xor edi, edi
        mov eax, 60
        syscall
