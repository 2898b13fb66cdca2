; Numbers of system calls that are not moved into rax, behind one that is and whose comment names another call. exit 0
global _start
section .data
path:   db "/proc/self/stat", 0
section .bss
text:   resb 64
section .text
reads:  xor rax, rax            ; sys_read
        mov edi, r12d
        mov rsi, text
        mov edx, 8
        syscall
        ret
_start: mov rax, 2              ; sys_open
        mov rdi, path
        xor esi, esi
        syscall
        mov r12d, eax
        xor rax, rax            ; sys_read
        mov edi, r12d
        mov rsi, text
        mov edx, 8
        syscall
        mov eax, 8              ; sys_lseek
        mov edi, r12d
        xor esi, esi
        xor edx, edx
        syscall
        call reads
        mov eax, 39             ; getpid
        syscall
        push 3                  ; close
        pop rax
        mov edi, r12d
        syscall
        mov eax, 59
        inc eax                 ; exit, not execve
        xor edi, edi
        syscall
