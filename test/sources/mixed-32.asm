; {"bits":32,"libc":true,"with":["shapes.c"],"args":["given"]}
; The assembly half of shapes.c in cdecl: structures by value on the stack and back through a hidden pointer.
global twice_area, scaled, visit
global calls:data 4, title:data 7
extern middle
SHAPE   equ     48
section .text
twice_area:
        push    ebp
        mov     ebp, esp
        sub     esp, 8
        push    ebx
        push    esi
        push    edi
        inc     dword [calls]
        mov     ebx, [ebp+8]
        xor     esi, esi
        xor     edi, edi
.each:  lea     ecx, [esi+1]
        cmp     ecx, [ebp+12]
        jne     .next
        xor     ecx, ecx
.next:  mov     eax, [ebx+esi*8]
        imul    eax, [ebx+ecx*8+4]
        add     edi, eax
        mov     eax, [ebx+ecx*8]
        imul    eax, [ebx+esi*8+4]
        sub     edi, eax
        inc     esi
        cmp     esi, [ebp+12]
        jb      .each
        push    dword [ebx+12]
        push    dword [ebx+8]
        push    dword [ebx+4]
        push    dword [ebx]
        lea     eax, [ebp-8]
        push    eax
        call    middle                  ; takes the hidden pointer off itself
        add     esp, 16
        mov     eax, edi
        cdq
        xor     eax, edx
        sub     eax, edx
        pop     edi
        pop     esi
        pop     ebx
        leave
        ret
scaled: mov     eax, [esp+12]
        fld     qword [esp+4]
        fmul    qword [eax+4]
        fadd    qword [half]
        ret
visit:  push    ebp
        mov     ebp, esp
        push    ebx
        push    esi
        push    edi
        mov     ebx, [ebp+8]
        mov     esi, [ebp+12]
        xor     edi, edi
.each:  push    ebx
        call    [ebp+16]
        add     esp, 4
        add     edi, eax
        add     ebx, SHAPE
        dec     esi
        jnz     .each
        mov     eax, edi
        pop     edi
        pop     esi
        pop     ebx
        leave
        ret
section .data
calls:  dd      0
align 8
half:   dq      0.5
section .rodata
title:  db      "shape:", 0
section .note.GNU-stack noalloc noexec nowrite progbits
