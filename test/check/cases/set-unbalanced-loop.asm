; A push in a loop is not taken back on one way out. signal SIGSEGV
        global _start
        section .text
find:   mov ecx, 3
.next:  push rcx
        cmp ecx, 2
        je .found
        pop rcx
        loop .next
        ret
.found: mov eax, ecx
        ret                             ; expect: stack-imbalance, null-jump
_start: call find
        xor edi, edi
        mov eax, 60
        syscall
