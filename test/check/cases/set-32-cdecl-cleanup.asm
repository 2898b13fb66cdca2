; A 32-bit function takes its argument off the stack although the caller does too. exit 0
        global _start
        section .text
twice:  mov eax, [esp+4]
        add eax, eax
        ret
_start: push 21
        call twice
        add esp, 8
        push eax
        pop ebx
        mov eax, 1
        xor ebx, ebx
        int 0x80
