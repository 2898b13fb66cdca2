; 32 bits: callee cleans the stack, ebp frames, get-pc, and int 0x80. exit 0
        bits 32
        global _start
        section .text
pc:     mov ebx, [esp]
        ret
add3:   push ebp
        mov ebp, esp
        mov eax, [ebp+8]
        add eax, [ebp+12]
        add eax, [ebp+16]
        pop ebp
        ret 12
_start: call pc
        push 1
        push 2
        push 3
        call add3
        sub eax, 6
        mov ebx, eax
        mov eax, 1
        int 0x80
