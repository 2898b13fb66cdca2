; Reads a mapping after munmap. signal SIGSEGV
        global _start
        section .text
%macro sys 1
        mov eax, %1
        syscall
%endmacro
map:    xor edi, edi
        mov esi, 8192
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        sys 9
        ret
_start: call map
        mov r12, rax
        mov qword [r12+4096], 5
        mov rdi, r12
        mov esi, 8192
        sys 11
        mov rdi, [r12+4096]             ; expect: use-after-unmap
        sys 60
