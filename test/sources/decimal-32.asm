; {"bits":32,"input":"kayak\nNot one\nA man, a plan\nlevel\n"}
; Instructions that only 32-bit programs have (daa, aaa, aam, aad, pusha, bound's kin), and palindromes line by line.
%include "bare32.inc"
global _start
_start: mov     ecx, 10                 ; a sum of ten-digit packed numbers
        mov     esi, first
        mov     edi, second
        clc
.sum:   mov     al, [esi+ecx-1]
        adc     al, [edi+ecx-1]
        daa
        mov     [sum+ecx-1], al
        loop    .sum
        mov     ecx, 10
        mov     esi, sum
.show:  lodsb
        mov     ah, al
        shr     al, 4
        and     ah, 15
        add     ax, '00'
        mov     [pair], ax
        pusha
        mov     ecx, pair
        mov     edx, 2
        call    write_out
        popa
        loop    .show
        say     10
        mov     al, 87
        aam
        mov     ebx, eax
        movzx   eax, bh
        call    write_number
        say     " "
        movzx   eax, bl
        call    write_number
        say     " "
        mov     eax, 0x0905
        aad
        movzx   eax, ax
        call    write_number
        say     " "
        mov     ax, 0x0039
        add     al, '5'
        aaa
        movzx   eax, ax
        call    write_number
        say     " "
        mov     al, 0x52
        sub     al, 0x27
        das
        movzx   eax, al
        call    write_number
        say     10
        mov     eax, 3
        xor     ebx, ebx
        mov     ecx, text
        mov     edx, text_size
        int     0x80
        lea     ebp, [text+eax]
        mov     esi, text
.line:  cmp     esi, ebp
        jae     .end
        mov     edi, esi
        mov     al, 10
        mov     ecx, text_size
        repne   scasb
        push    edi
        lea     edi, [edi-2]
.compare: cmp   esi, edi
        jae     .yes
        mov     al, [esi]
        cmp     al, [edi]
        jne     .no
        inc     esi
        dec     edi
        jmp     .compare
.yes:   say     "yes", 10
        jmp     .next
.no:    say     "no", 10
.next:  pop     esi
        jmp     .line
.end:   leave_with 0
section .data
first:  db      0x00, 0x12, 0x34, 0x56, 0x78, 0x90, 0x98, 0x76, 0x54, 0x32
second: db      0x00, 0x87, 0x65, 0x43, 0x21, 0x09, 0x01, 0x23, 0x45, 0x69
section .bss
sum:    resb    10
pair:   resb    2
text_size equ   120
text:   resb    text_size
