; Text for several-files.asm.
global same_word:function, print:function (print.end - print), print_number
section .bss
digits: resb    24
digits_end:
section .text
; rdi text, rsi a word that ends with zero: ZF when the text begins with it; both stay
same_word:
        push    rdi
        push    rsi
.next:  mov     al, [rsi]
        test    al, al
        jz      .out
        cmp     al, [rdi]
        jne     .out
        inc     rsi
        inc     rdi
        jmp     .next
.out:   pop     rsi
        pop     rdi
        ret
; rdi text that ends with zero
print:  mov     rsi, rdi
        xor     edx, edx
.next:  cmp     byte [rdi+rdx], 0
        je      .out
        inc     edx
        jmp     .next
.out:   mov     edi, 1
        mov     eax, 1
        syscall
        ret
.end:
print_number:
        mov     rax, rdi
        mov     rsi, digits_end-1
        mov     byte [rsi], 10
        mov     ecx, 10
        neg     rax
        cmovs   rax, rdi
.next:  cqo
        div     rcx
        add     dl, '0'
        dec     rsi
        mov     [rsi], dl
        test    rax, rax
        jnz     .next
        test    rdi, rdi
        jns     .out
        dec     rsi
        mov     byte [rsi], '-'
.out:   mov     rdx, digits_end
        sub     rdx, rsi
        mov     edi, 1
        mov     eax, 1
        syscall
        ret
