; CF after bsf says nothing. exit 0
        global _start
        section .text
_start: mov ecx, 8
        bsf eax, ecx
        jc .none                        ; expect: uninit-branch
.none:  xor edi, edi
        mov eax, 60
        syscall
