; 32 bits: decimal addition digit by digit with aaa and adc, saved flags by lahf. exit 0
        bits 32
        global _start
        section .data
a:      db "0199"
b:      db "0803"
        section .bss
c:      resb 4
        section .text
_start: mov esi, 3
        mov ecx, 4
        clc
.next:  mov al, [a+esi]
        adc al, [b+esi]
        aaa
        pushfd
        or al, '0'
        popfd
        mov [c+esi], al
        dec esi
        loop .next
        mov eax, 4
        mov ebx, 1
        mov ecx, c
        mov edx, 4
        int 0x80
        xor ebx, ebx
        mov eax, 1
        int 0x80
