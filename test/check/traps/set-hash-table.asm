; Open addressing in a calloc block, with 0 for an empty slot; grows by a new block. exit 0
        extern calloc, free
        global main
        section .text
insert: mov rax, rsi
        imul rax, rax, 0x9e37
        shr rax, 3
.probe: and rax, rdx
        cmp qword [rdi+rax*8], 0
        je .put
        inc rax
        jmp .probe
.put:   mov [rdi+rax*8], rsi
        ret
main:   push rbx
        push r12
        push r13
        mov edi, 8
        mov esi, 8
        call calloc
        mov rbx, rax
        mov r12d, 6
.fill:  mov rdi, rbx
        mov esi, r12d
        mov edx, 7
        call insert
        dec r12d
        jnz .fill
        mov edi, 16
        mov esi, 8
        call calloc
        mov r13, rax
        xor r12d, r12d
.move:  mov rsi, [rbx+r12*8]
        test rsi, rsi
        jz .skip
        mov rdi, r13
        mov edx, 15
        call insert
.skip:  inc r12d
        cmp r12d, 8
        jb .move
        mov rdi, rbx
        call free
        mov rdi, r13
        call free
        xor eax, eax
        pop r13
        pop r12
        pop rbx
        ret
