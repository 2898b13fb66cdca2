; Texts in blocks shorter than a vector: pcmpistri and pcmpestri do not look at what lies behind the end. exit 14
global main
extern malloc, free
section .data
set:    db "lo", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
section .text
main:   push rbx
        mov edi, 6
        call malloc
        test rax, rax
        jz .none
        mov rbx, rax
        mov dword [rbx], "hell"
        mov word [rbx+4], "o"
        pxor xmm0, xmm0
        pcmpistri xmm0, [rbx], 8
        jnz .none
        mov edx, ecx
        movdqu xmm1, [set]
        pcmpistri xmm1, [rbx], 0
        jnc .none
        lea edx, [rdx+rcx]
        movdqu xmm2, [rbx]
        pcmpistrm xmm1, xmm2, 0x40
        pmovmskb eax, xmm0
        popcnt eax, eax
        add edx, eax
        push rdx
        mov eax, 2
        mov edx, 5
        pcmpestri xmm1, xmm2, 0x40
        pop rdx
        add edx, ecx
        mov rdi, rbx
        mov ebx, edx
        call free
        mov eax, ebx
.none:  pop rbx
        ret
