; Registers are popped in the order of their pushes. exit 0
extern qsort
section .data
list:   dd 3, 1, 2
section .text
compare:
    push rbx
    push r12
    mov ebx, [rdi]
    mov r12d, [rsi]
    mov eax, ebx
    sub eax, r12d
    pop rbx
    pop r12
    ret ; expect: callee-saved-clobbered
global main
main:
    push rbx
    push r12
    sub rsp, 8
    mov ebx, list
    mov r12d, list + 4
    mov edi, list
    mov esi, 3
    mov edx, 4
    mov ecx, compare
    call qsort
    add rsp, 8
    pop r12
    pop rbx
    xor eax, eax
    ret
