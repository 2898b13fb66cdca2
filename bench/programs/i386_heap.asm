; Heapsort of N numbers in 32-bit code: arguments on the stack, as C compilers pass them.
%ifndef N
%define N 1500000
%endif
    bits 32
    global _start

section .bss
align 4
numbers: resd N

section .text
_start:
    mov edi, numbers
    mov eax, 7
    xor ecx, ecx
.fill:
    imul eax, eax, 69069
    inc eax
    mov edx, eax
    shr edx, 5
    mov [edi + ecx*4], edx
    inc ecx
    cmp ecx, N
    jb .fill

    mov esi, N / 2
.build:
    dec esi
    push dword N
    push esi
    call sink
    add esp, 8
    test esi, esi
    jnz .build

    mov esi, N - 1
.take:
    mov eax, [numbers]
    xchg eax, [numbers + esi*4]
    mov [numbers], eax
    push esi
    push dword 0
    call sink
    add esp, 8
    dec esi
    jnz .take

    xor eax, eax
    xor ecx, ecx
.fold:
    rol eax, 3
    add eax, [numbers + ecx*4]
    inc ecx
    cmp ecx, N
    jb .fold
    jmp finish

; sink(position, count): lets one number sink to its place in the heap
sink:
    push ebp
    mov ebp, esp
    push ebx
    push esi
    mov esi, [ebp + 8]
    mov ebx, [numbers + esi*4]
.level:
    lea ecx, [esi*2 + 1]
    cmp ecx, [ebp + 12]
    jae .stop
    mov eax, [numbers + ecx*4]
    lea edx, [ecx + 1]
    cmp edx, [ebp + 12]
    jae .one
    cmp eax, [numbers + edx*4]
    jae .one
    mov ecx, edx
    mov eax, [numbers + ecx*4]
.one:
    cmp ebx, eax
    jae .stop
    mov [numbers + esi*4], eax
    mov esi, ecx
    jmp .level
.stop:
    mov [numbers + esi*4], ebx
    pop esi
    pop ebx
    pop ebp
    ret

%include "finish32.inc"
