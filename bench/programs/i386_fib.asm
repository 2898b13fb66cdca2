; Fibonacci numbers by calling itself twice, 32-bit code with the argument on the stack, as C compilers write it.
%ifndef N
%define N 36
%endif
    bits 32
    global _start

section .text
_start:
    push dword N
    call fib
    add esp, 4
    jmp finish

fib:
    push ebp
    mov ebp, esp
    push ebx
    mov ebx, [ebp + 8]
    mov eax, ebx
    cmp ebx, 2
    jb .return
    dec ebx
    push ebx
    call fib
    mov [esp], eax
    dec ebx
    push ebx
    call fib
    add esp, 4
    pop ebx
    add eax, ebx
.return:
    mov ebx, [ebp - 4]
    mov esp, ebp
    pop ebp
    ret

%include "finish32.inc"
