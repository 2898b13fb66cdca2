; A text of which a byte in front of its end was never set, searched by an instruction for texts. exit 0
global main
extern malloc, free
section .text
main:   push rbx
        mov edi, 8
        call malloc
        mov rbx, rax
        mov word [rbx], "ab"
        mov dword [rbx+3], "cd"
        pxor xmm0, xmm0
        mov byte [rbx+7], 0
        pcmpistri xmm0, [rbx], 8
        cmp ecx, 4
        ja .long ; expect: uninit-branch
        nop
.long:  mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
