; A child and its parent, which waits for it and ends with its status.
global _start
section .bss
status: resd 1
section .text
_start: mov eax, 57                     ; fork
        syscall
        test eax, eax
        jz child
        mov edi, eax
        lea rsi, [rel status]
        xor edx, edx
        xor r10d, r10d
        call wait_for
        mov eax, 60
        movzx edi, byte [rel status + 1]
        syscall
wait_for: mov eax, 61                   ; wait4
        syscall
        ret
child:  mov edi, 3
        mov eax, 60
        syscall
