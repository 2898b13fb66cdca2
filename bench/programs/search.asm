; Strings searched by repeated scasX and cmpsX: runs of one byte with another planted among them, of random lengths at random places, the
; end of a page among them, both prefixes, upwards and downwards. N rounds of all twelve (64-bit code has all sizes).
%ifndef N
%define N 20000
%endif
    global _start

section .bss
align 4096
left: resb 8192
right: resb 8192

section .text
; Mixes what an instruction left into r15: counter, pointers, arithmetic flags.
%macro mixed 0
    pushfq
    pop rdx
    and edx, 0x8d5
    cld
    add r15, rcx
    rol r15, 7
    xor r15, rdx
    add r15, rdi
    rol r15, 5
    sub r15, rsi
%endmacro

; A number below a power of two in %1, from the state in r14.
%macro random 2
    imul r14, r14, 1103515245
    add r14, 12345
    mov %1, r14d
    shr %1, 16
    and %1, %2 - 1
%endmacro

; One instruction with a random count, then back down: some cross the end of the page.
%macro searched 1
    random ebx, 256
    random r10d, 4
    lea rdi, [rel left + 3900]
    add rdi, rbx
    lea rsi, [rel right + 3900]
    add rsi, rbx
    sub rsi, r10
    random ecx, 64
    mov eax, 0x01010101 * 'a'
    mov edx, eax
    shl rax, 32
    or rax, rdx
    %1
    mixed
    mov ecx, 40
    std
    %1
    mixed
%endmacro

_start:
    xor r15d, r15d
    mov r14d, 2024
    mov r13d, N
    cld
.round:
    lea rdi, [rel left + 3600]
    mov ecx, 800
    mov al, 'a'
    rep stosb
    lea rdi, [rel right + 3600]
    mov ecx, 800
    rep stosb
    random ebx, 512
    lea rdi, [rel left + 3600]
    mov byte [rdi + rbx + 200], 'b'
    random ebx, 512
    lea rdi, [rel right + 3600]
    mov byte [rdi + rbx + 200], 'c'
    searched {repe scasb}
    searched {repne scasb}
    searched {repe scasw}
    searched {repe scasd}
    searched {repe scasq}
    searched {repne scasq}
    searched {repe cmpsb}
    searched {repne cmpsb}
    searched {repe cmpsw}
    searched {repe cmpsd}
    searched {repne cmpsd}
    searched {repe cmpsq}
    ; repne finds what is rare: the planted bytes, with a counter that says nothing.
    lea rdi, [rel left + 3600]
    mov rcx, -1
    mov eax, 'b'
    repne scasb
    mixed
    dec r13d
    jnz .round
    mov rax, r15
    jmp finish

%include "finish64.inc"
