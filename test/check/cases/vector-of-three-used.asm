; A vector of three is read as four, and all four lanes are added. exit 0
global _start
section .data
        align 16
three:  dd 1.0, 2.0, 3.0
        align 16
four:   dd 4.0, 5.0, 6.0, 7.0
limit:  dd 100
section .text
_start: movaps xmm0, [three]
        addps xmm0, [four]
        haddps xmm0, xmm0
        haddps xmm0, xmm0
        cvttss2si eax, xmm0
        cmp eax, [limit]
        jg .high ; expect: uninit-branch
        nop
.high:  xor edi, edi
        mov eax, 60
        syscall
