; Functions that pass on arguments which nobody has set and nobody needs. exit 42
extern puts
section .data
text: db "x", 0
section .text
global main
; Calls rdi with rsi, which it may do without.
each:
    push rbx
    push r12
    sub rsp, 8
    mov r12, rsi
    mov rbx, rdi
    mov rdi, r12
    call rbx
    add rsp, 8
    pop r12
    pop rbx
    ret
; Moves the arguments down and goes on at the first.
invoke:
    mov rax, rdi
    mov rdi, rsi
    mov rsi, rdx
    mov rdx, rcx
    jmp rax
plain:
    ret
next:
    lea eax, [rdi + 1]
    ret
main:
    sub rsp, 8
    mov edi, text
    call puts
    mov edi, plain
    call each
    mov edi, text
    call puts
    mov edi, next
    mov esi, 41
    call invoke
    add rsp, 8
    ret
