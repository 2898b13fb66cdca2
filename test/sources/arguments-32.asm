; {"bits":32,"args":["7","-12","x","100"]}
; argc and argv on the stack of a 32-bit program; numbers among the arguments are added up.
%include "bare32.inc"
global _start
_start: mov     ebp, esp
        number  [ebp]
        say     10
        xor     esi, esi                ; sum
        mov     edi, 1
.each:  cmp     edi, [ebp]
        jae     .sum
        mov     ebx, [ebp+edi*4+4]
        xor     eax, eax
        xor     ecx, ecx
        cmp     byte [ebx], '-'
        sete    cl
        add     ebx, ecx
        push    ecx
.digit: movzx   edx, byte [ebx]
        test    edx, edx
        jz      .number
        sub     edx, '0'
        cmp     edx, 9
        ja      .none
        imul    eax, eax, 10
        add     eax, edx
        inc     ebx
        jmp     .digit
.number: pop    ecx
        neg     ecx
        xor     eax, ecx
        sub     eax, ecx
        add     esi, eax
        jmp     .next
.none:  pop     ecx
        mov     ecx, [ebp+edi*4+4]
        mov     edx, 1
        call    write_out
        say     " is no number", 10
.next:  inc     edi
        jmp     .each
.sum:   number  esi
        say     10
        leave_with esi
