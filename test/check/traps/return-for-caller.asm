; Functions that drop their return address and go on elsewhere, before others return as they should. exit 7
section .text
global _start
; Back to the caller's caller, when rdi is 0.
check:
    test edi, edi
    jnz .good
    add rsp, 8
    mov eax, 4
    ret
.good:
    ret
half:
    call check
    shr edi, 1
    mov eax, edi
    ret
; Goes on behind the call by itself.
onwards:
    pop rdx
    push rbx
    call half
    pop rbx
    jmp rdx
_start:
    xor edi, edi
    call half
    mov ebx, eax
    mov edi, 6
    call onwards
    add ebx, eax
    xor edi, edi
    call half
    lea edi, [rbx + 0]
    mov eax, 60
    syscall
