; 32 bits: a local is passed on without a value and decides. exit 0
        bits 32
        global _start
        section .text
test1:  push ebp
        mov ebp, esp
        mov eax, [ebp+8]
        test eax, eax
        jz .zero                        ; expect: uninit-branch
        mov eax, 1
.zero:  pop ebp
        ret
_start: sub esp, 8
        push dword [esp+4]
        call test1
        add esp, 12
        xor ebx, ebx
        mov eax, 1
        int 0x80
