; Registers that libc and the kernel set, and bytes that a repeated string instruction moved backwards.
default rel
global main
extern puts, qsort, signal, raise

section .data
text    db "abcdefgh", 0
numbers dd 3, 1, 2

section .bss
copy    resb 9

section .text
compare:
    mov eax, [rdi]
    sub eax, [rsi]
    ret

handler:
    mov eax, edi
    ret

main:
    push rbx
    lea rsi, [text + 8]
    lea rdi, [copy + 8]
    mov ecx, 9
    std
    rep movsb
    cld
    movzx ebx, byte [copy + 3]
    lea rdi, [text]
    call puts
    lea rdi, [text]
    call puts
    lea rdi, [numbers]
    mov esi, 3
    mov edx, 4
    lea rcx, [compare]
    call qsort
    mov edi, 10
    lea rsi, [handler]
    call signal
    mov edi, 10
    call raise
    xor eax, eax
    pop rbx
    ret
