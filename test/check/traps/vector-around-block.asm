; The length of a text on the heap, by vectors of 32 bytes from the one that its first byte lies in. exit 5
extern malloc, free
section .text
length:
    mov rax, rdi
    and rax, -32
    mov ecx, edi
    and ecx, 31
    vpxor xmm0, xmm0, xmm0
    vpcmpeqb ymm1, ymm0, [rax]
    vpmovmskb edx, ymm1
    shr edx, cl
    tzcnt eax, edx
    vzeroupper
    ret
global main
main:
    push rbx
    push r12
    push r13
    mov r12d, 2
.next:
    mov edi, 6
    call malloc
    mov rbx, rax
    mov dword [rbx], 'abcd'
    mov word [rbx + 4], 'e'
    mov rdi, rbx
    call length
    mov r13d, eax
    mov rdi, rbx
    call free
    mov edi, 24
    call malloc
    mov rdi, rax
    call free
    dec r12d
    jnz .next
    mov eax, r13d
    pop r13
    pop r12
    pop rbx
    ret
