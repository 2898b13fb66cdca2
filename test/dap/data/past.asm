; Writes to memory in several ways: by instructions, by the kernel, and by a repeated string instruction.
section .data
greeting db "hello", 10
numbers dd 1, 2, 3

section .bss
counter resq 1
text resb 16
reply resb 400

section .text
global _start
_start:
    mov qword [counter], 41
    inc qword [counter]
    mov dword [numbers+4], -1
    push 7
    pop rbx
    mov eax, 63                 ; uname
    mov edi, reply
    syscall
    mov eax, 1
    mov edi, 1
    mov esi, greeting
    mov edx, 6
    syscall
    mov eax, 1
    mov edi, 77                 ; no such descriptor
    syscall
    mov edi, text
    mov al, 'x'
    mov ecx, 16
    rep stosb
    mov eax, [numbers]
    add eax, [numbers+4]
    mov ecx, eax
    lea rdx, [rcx+rbx]
    mov eax, 60
    xor edi, edi
    syscall
