; Bits shifted out one by one decide; mul tells of its upper half by CF. exit 0
        global _start
        section .text
_start: mov eax, 0x80000001
        xor edi, edi
        mov ecx, 32
.next:  shr eax, 1
        adc edi, 0
        dec ecx
        jnz .next
        mov eax, 1000
        mov edx, 2000
        mul edx
        jc .bad
        shl eax, 5
        jc .bad
        js .bad
        bsr ecx, eax
        jz .bad
        bt eax, ecx
        jnc .bad
        sub edi, 2
        mov eax, 60
        syscall
.bad:   mov edi, 1
        mov eax, 60
        syscall
