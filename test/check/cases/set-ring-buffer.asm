; A ring of 16 bytes whose index is masked with 31. exit 0
        default rel
        global _start
        section .bss
ring:   resb 16
tail:   resq 1
        section .text
put:    mov rcx, [tail]
        lea rdx, [ring]
        mov [rdx+rcx], al               ; expect: global-overflow-write
        inc rcx
        and ecx, 31
        mov [tail], rcx
        ret
_start: mov ebx, 17
        mov al, 'x'
.next:  call put
        dec ebx
        jnz .next
        xor edi, edi
        mov eax, 60
        syscall
