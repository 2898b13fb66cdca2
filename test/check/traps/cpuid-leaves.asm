; Leaves 0, 1 and 0x80000000 of cpuid do not look at ecx; a register compared with itself is not looked at. exit 0
extern rand
section .text
global main
main:   push rbx
        xor eax, eax
        cpuid
        test eax, eax
        jz .end
        call rand
        cmp edi, edi
        jne .end
        mov eax, 1
        cpuid
        test edx, 1 << 26
        jz .end
        mov eax, 0x80000000
        cpuid
        cmp eax, 1
        jb .end
.end:   xor eax, eax
        pop rbx
        ret
