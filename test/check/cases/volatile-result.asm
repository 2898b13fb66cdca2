; The function's result comes from a register that its call has destroyed, and the caller uses it. exit 0
global main
extern puts
section .data
text:   db "x", 0
section .text
length: sub rsp, 8
        mov ecx, 7
        mov rdi, text
        call puts
        mov eax, ecx ; expect: volatile-after-call
        add rsp, 8
        ret
main:   push rbx
        call length
        cmp eax, 3
        jg .done
.done:  cmp eax, 4
        jg .end
.end:   xor eax, eax
        pop rbx
        ret
