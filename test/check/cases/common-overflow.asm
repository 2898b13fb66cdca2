; exit 0
; Common symbols end where they say.
        global _start
        common total 4
        common table 40:8
        section .text
_start: mov rax, [total]                ; expect: element-size-mismatch
        lea rbx, [rel table]
        xor ecx, ecx
.fill:  mov [rbx + 4 * rcx], ecx        ; expect: global-overflow-write
        inc ecx
        cmp ecx, 11
        jb .fill
        mov eax, 60
        xor edi, edi
        syscall
