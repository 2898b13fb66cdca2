; Heapsort of N random numbers, 32 bits, functions called as in cdecl.
%ifndef N
%define N 2000000
%endif
    bits 32
    global _start

section .data
seed: dd 12345
count: dd N

section .bss
array: resd N

section .text
_start:
    call fill
    push dword [count]
    push array
    call heapsort
    add esp, 8
    call checksum
    jmp finish

; random(): the next number of a linear congruence
random:
    mov eax, [seed]
    mov edx, 1103515245
    mul edx
    add eax, 12345
    mov [seed], eax
    shr eax, 1
    ret

fill:
    push ebx
    xor ebx, ebx
.next:
    call random
    mov [array + ebx*4], eax
    inc ebx
    cmp ebx, [count]
    jl .next
    pop ebx
    ret

; heapsort(int *a, int n)
heapsort:
    push ebp
    mov ebp, esp
    push ebx
    push esi
    mov esi, [ebp + 8]
    mov ebx, [ebp + 12]
    shr ebx, 1
.build:
    dec ebx
    js .sort
    push dword [ebp + 12]
    push ebx
    push esi
    call sift_down
    add esp, 12
    jmp .build
.sort:
    mov ebx, [ebp + 12]
.extract:
    dec ebx
    jle .done
    lea eax, [esi + ebx*4]
    push eax
    push esi
    call swap
    add esp, 8
    push ebx
    push dword 0
    push esi
    call sift_down
    add esp, 12
    jmp .extract
.done:
    pop esi
    pop ebx
    pop ebp
    ret

; swap(int *a, int *b)
swap:
    push ebp
    mov ebp, esp
    mov eax, [ebp + 8]
    mov ecx, [ebp + 12]
    push dword [eax]
    push dword [ecx]
    pop dword [eax]
    pop dword [ecx]
    leave
    ret

; sift_down(int *a, int root, int n)
sift_down:
    push ebp
    mov ebp, esp
    sub esp, 4                  ; [ebp-4]: child
    push ebx
    push esi
    push edi
    mov esi, [ebp + 8]
    mov edi, [ebp + 12]
.loop:
    lea eax, [edi*2 + 1]
    cmp eax, [ebp + 16]
    jge .done
    mov [ebp - 4], eax
    inc eax
    cmp eax, [ebp + 16]
    jge .compare
    mov ebx, [esi + eax*4]
    cmp ebx, [esi + eax*4 - 4]
    jle .compare
    mov [ebp - 4], eax
.compare:
    mov ecx, [ebp - 4]
    mov eax, [esi + edi*4]
    cmp eax, [esi + ecx*4]
    jge .done
    lea edx, [esi + ecx*4]
    push edx
    lea edx, [esi + edi*4]
    push edx
    call swap
    add esp, 8
    mov edi, [ebp - 4]
    jmp .loop
.done:
    pop edi
    pop esi
    pop ebx
    mov esp, ebp
    pop ebp
    ret

; also sees that the order is right: a number smaller than the one before it turns the sum around
checksum:
    push ebp
    mov ebp, esp
    push esi
    mov esi, array
    xor eax, eax
    xor edx, edx
    mov ecx, [count]
.next:
    cmp [esi], edx
    jge .ordered
    not eax
.ordered:
    mov edx, [esi]
    rol eax, 5
    xor eax, edx
    add esi, 4
    loop .next
    pop esi
    pop ebp
    ret

%include "finish32.inc"
