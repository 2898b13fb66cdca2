; strlen by whole vectors reads over the end of a mapping of 100 bytes, within its page. exit 99
section .text
global _start
_start:
    mov eax, 9
    xor edi, edi
    mov esi, 100
    mov edx, 3
    mov r10d, 0x22
    mov r8, -1
    xor r9d, r9d
    syscall
    mov rbx, rax
    mov rdi, rax
    mov ecx, 99
    mov al, 'x'
    rep stosb
    mov byte [rdi], 0           ; the last one asked for
    pxor xmm0, xmm0
    mov rax, rbx
.next:
    movdqa xmm1, [rax]
    pcmpeqb xmm1, xmm0
    pmovmskb ecx, xmm1
    test ecx, ecx
    jnz .found
    add rax, 16
    jmp .next
.found:
    bsf ecx, ecx
    add rax, rcx
    sub rax, rbx
    push rax
    mov eax, 11
    mov rdi, rbx
    mov esi, 100
    syscall
    pop rdi
    mov eax, 60
    syscall
