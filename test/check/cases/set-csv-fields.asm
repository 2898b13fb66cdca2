; Splits a line into fields; the ninth pointer goes behind the table of eight. exit 0
        default rel
        extern malloc, free, puts
        global main
        section .data
line:   db "a,b,c,d,e,f,g,h,i", 0
        section .text
split:  ; rdi text, rsi table -> eax count
        xor eax, eax
        mov [rsi], rdi
        inc eax
.next:  mov cl, [rdi]
        test cl, cl
        jz .done
        cmp cl, ','
        jne .step
        mov byte [rdi], 0
        lea rdx, [rdi+1]
        mov [rsi+rax*8], rdx            ; expect: heap-overflow-write
        inc eax
.step:  inc rdi
        jmp .next
.done:  ret
main:   push rbx
        mov edi, 64
        call malloc
        mov rbx, rax
        lea rdi, [line]
        mov rsi, rbx
        call split
        mov rdi, [rbx]
        call puts
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
