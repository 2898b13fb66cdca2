; {"bits":32}
; A recursive function with a frame, one with a table, sums of 64 bits in two registers, loop and jecxz.
%include "bare32.inc"
global _start
_start: xor     edi, edi
.each:  push    edi
        call    fibonacci
        add     esp, 4
        call    write_number
        say     " "
        inc     edi
        cmp     edi, 15
        jbe     .each
        say     10
        xor     eax, eax
        xor     edx, edx
        mov     ebx, 1
        xor     esi, esi
        mov     ecx, 90
.wide:  add     ebx, eax                ; esi:ebx and edx:eax
        adc     esi, edx
        xchg    eax, ebx
        xchg    edx, esi
        loop    .wide
        push    edx
        push    eax
        mov     ecx, digits_end
.digit: mov     eax, [esp+4]            ; by ten, in two steps
        xor     edx, edx
        mov     ebx, 10
        div     ebx
        mov     [esp+4], eax
        mov     eax, [esp]
        div     ebx
        mov     [esp], eax
        dec     ecx
        add     dl, '0'
        mov     [ecx], dl
        or      eax, [esp+4]
        jnz     .digit
        mov     edx, digits_end
        sub     edx, ecx
        call    write_out
        say     10
        xor     ecx, ecx
        jecxz   .zero
        say     "not to be seen"
.zero:  leave_with 0
fibonacci:
        push    ebp
        mov     ebp, esp
        push    ebx
        mov     eax, [ebp+8]
        cmp     eax, 2
        jb      .out
        dec     eax
        push    eax
        call    fibonacci
        mov     ebx, eax
        dec     dword [esp]
        call    fibonacci
        add     eax, ebx
        add     esp, 4
.out:   pop     ebx
        leave
        ret
section .bss
digits: resb    20
digits_end:
