; exit 0
; Threads made by clone: the child returns into its function from a stack that was mapped for it.
%define CLONE_VM 0x100
%define FLAGS 0x80050f00
        global _start
        section .bss
count:  resd 1
next:   resd 1
done_:  resd 1
stacks: resq 2
        section .text
stack_create:
        xor edi, edi
        mov esi, 65536
        mov edx, 3
        mov r10d, 0x0122
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall
        ret
thread_create:
        push rdi
        call stack_create
        mov ecx, [rel next]
        mov [stacks + rcx*8], rax
        inc dword [rel next]
        lea rsi, [rax + 65536 - 8]
        pop qword [rsi]
        mov edi, 0x10f00
        mov eax, 56
        syscall
        ret
fn:     mov ecx, 100
.l:     lock inc dword [rel count]
        dec ecx
        jnz .l
        lock inc dword [rel done_]
        xor edi, edi
        mov eax, 60
        syscall
_start: lea rdi, [rel fn]
        call thread_create
        lea rdi, [rel fn]
        call thread_create
.w:     mov eax, 24
        syscall
        cmp dword [rel done_], 2
        jb .w
        mov eax, [rel count]
        sub eax, 200
        mov edi, eax
        mov eax, 231
        syscall
