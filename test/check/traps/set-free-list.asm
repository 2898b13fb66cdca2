; A pool of nodes in .bss with a free list through the nodes themselves. exit 0
        default rel
        global _start
        section .bss
pool:   resq 2*16
head:   resq 1
        section .text
init:   lea rdi, [pool]
        xor eax, eax
        mov ecx, 16
.next:  mov [rdi], rax
        mov rax, rdi
        add rdi, 16
        dec ecx
        jnz .next
        mov [head], rax
        ret
take:   mov rax, [head]
        test rax, rax
        jz .none
        mov rcx, [rax]
        mov [head], rcx
.none:  ret
give:   mov rcx, [head]
        mov [rdi], rcx
        mov [head], rdi
        ret
_start: call init
        xor ebx, ebx
.all:   call take
        test rax, rax
        jz .done
        inc ebx
        mov [rax+8], rbx
        jmp .all
.done:  lea rdi, [pool+32]
        call give
        call take
        lea rdx, [pool+32]
        cmp rax, rdx
        setne dil
        movzx edi, dil
        sub ebx, 16
        or edi, ebx
        mov eax, 60
        syscall
