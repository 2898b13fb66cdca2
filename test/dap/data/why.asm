; Values that pass through a frame, by string instructions, over the stack, and through libc; rsp and rbp on the way.
default rel
global main
extern malloc, free

section .data
text  db "ab"
slot  dq 0

section .bss
copy  resb 2

section .text
main:
    push rbp
    mov rbp, rsp
    sub rsp, 32
    mov dword [rbp-12], 5
    mov rcx, 9
    push rcx
    call inner
    add rsp, 8
    jmp strings

; eax = 5 of the caller's frame, r8 = the argument on the stack
inner:
    push rbp
    mov rbp, rsp
    mov r8, [rbp+16]
    mov rax, [rbp]
    mov eax, [rax-12]
    push rcx
    pop rdx
    nop
    leave
    ret

strings:
    lea rsi, [text]
    lea rdi, [copy]
    movsb
    lodsb
    mov rbx, rax
    movzx edx, byte [copy]
    xchg rcx, rdx
    nop
    push qword [rbp-12]
    pop qword [slot]
    popcnt rax, [slot]
    mov edi, 8
    call malloc
    mov rdi, rax
    call free
    mov rax, [slot]
    leave
    ret
