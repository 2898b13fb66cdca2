; What a label alone in front names together is reached by pointers out of memory, too. exit 45
extern memcpy
section .data
student:
id:     dd 7
age:    dd 21
name:   db "Kim", 0, 0, 0, 0, 0
marks:  dq 17
first:
        dd 1
second: dd 2
table:  dq student, first
section .bss
copy:
.head:  resq 2
.marks: resq 1
record:
kind:   resq 1
text:   resb 8
value:  resq 1
section .text
global main
sum:
    mov rdx, [rsp + 8]
    mov eax, [rdx]
    add eax, [rdx + 4]
    add rax, [rdx + 16]
    ret
main:
    push rbx
    push student
    call sum
    add rsp, 8
    mov ebx, eax
    mov rsi, [table]
    mov edi, record + 8
    add rsi, 8
    mov edx, 16
    call memcpy
    xor eax, eax
    xor edi, edi
    mov esi, record + 8
    mov edx, 16
    syscall
    mov rcx, [table + 8]
    movq xmm0, rcx
    movq rdx, xmm0
    mov eax, ebx
    pop rbx
    ret
