; Ackermann's function A(2, N) many times over: nothing but calls, returns, pushes and pops.
%ifndef N
%define N 7000
%endif
    global _start

section .text
_start:
    mov edi, 2
    mov esi, N
    call ackermann
    jmp finish

; rdi: m, rsi: n; gives A(m, n) in rax
ackermann:
    push rbp
    mov rbp, rsp
    push rbx
    sub rsp, 8
    test edi, edi
    jnz .positive
    lea rax, [rsi + 1]
    jmp .return
.positive:
    mov ebx, edi
    test esi, esi
    jnz .deeper
    lea edi, [rbx - 1]
    mov esi, 1
    call ackermann
    jmp .return
.deeper:
    dec esi
    call ackermann
    lea edi, [rbx - 1]
    mov rsi, rax
    call ackermann
.return:
    add rsp, 8
    pop rbx
    pop rbp
    ret

%include "finish64.inc"
