; 32-bit: a function gives back edx of before its call; the caller takes it as an index. exit 0
bits 32
global main
extern puts
section .data
text:   db "x", 0
section .bss
table:  resd 4
section .text
count:  push ebp
        mov ebp, esp
        mov edx, 1
        push text
        call puts
        mov eax, edx ; expect: volatile-after-call
        leave
        ret
main:   call count
        and eax, 3
        mov ecx, [table+eax*4]
        xor eax, eax
        ret
