; N numbers in decimal, digits made in a local buffer and copied into pieces of 8 KB, which are summed up and written.
%ifndef N
%define N 8000000
%endif
%define PIECE 8100
    global _start

section .bss
buffer: resb 8192

section .text
_start:
    xor r12d, r12d
    mov r13, buffer
    xor r15d, r15d
.next:
    mov eax, r12d
    imul eax, eax, 2654435761
    mov rdi, r13
    call format
    mov byte [rax], 10
    lea r13, [rax + 1]
    lea rdx, [buffer + PIECE]
    cmp r13, rdx
    jb .room
    call flush
.room:
    inc r12d
    cmp r12d, N
    jb .next
    call flush
    mov rax, r15
    jmp finish

; format(eax: number, rdi: where to) -> rax behind the last digit
format:
    push rbp
    mov rbp, rsp
    sub rsp, 32
    lea rsi, [rbp - 1]
    mov ecx, 10
.digit:
    xor edx, edx
    div ecx
    add dl, '0'
    mov [rsi], dl
    dec rsi
    test eax, eax
    jnz .digit
.copy:
    inc rsi
    mov al, [rsi]
    mov [rdi], al
    inc rdi
    lea rdx, [rbp - 1]
    cmp rsi, rdx
    jb .copy
    mov rax, rdi
    leave
    ret

; writes to standard error what lies in front of r13, and adds it to the checksum in r15
flush:
    mov rsi, buffer
.sum:
    cmp rsi, r13
    jae .write
    rol r15, 1
    movzx eax, byte [rsi]
    xor r15, rax
    inc rsi
    jmp .sum
.write:
    mov eax, 1
    mov edi, 2
    mov rdx, r13
    mov rsi, buffer
    sub rdx, rsi
    syscall
    mov r13, buffer
    ret

%include "finish64.inc"
