; {"bits":64}
; String instructions in both directions, bit instructions, rotations through the carry, tables, wide multiplication.
%include "bare64.inc"
%macro show 1
        push    rax
        number  %1
        say     " "
        pop     rax
%endmacro
global _start
_start: cld
        mov     rsi, text
        mov     rdi, copy
        mov     ecx, text_size
        rep     movsb
        mov     rdi, copy
        mov     al, 'q'
        mov     ecx, text_size
        repne   scasb
        lea     rax, [rdi-1]
        sub     rax, copy
        show    rax
        mov     byte [copy+20], 'X'
        mov     rsi, text
        mov     rdi, copy
        mov     ecx, text_size
        repe    cmpsb
        show    rcx
        std                             ; backwards, over itself
        mov     rsi, copy+text_size-6
        mov     rdi, copy+text_size-2
        mov     ecx, 10
        rep     movsb
        cld
        mov     rsi, copy
        mov     edx, text_size
        call    write_out
        mov     rsi, text
        mov     rdi, copy
        mov     rbx, upper
        mov     ecx, text_size
.letter: lodsb
        cmp     al, 'a'
        jb      .store
        cmp     al, 'z'
        ja      .store
        sub     al, 'a'
        xlatb
.store: stosb
        loop    .letter
        mov     rsi, copy
        mov     edx, text_size
        call    write_out
        mov     rax, 0x00f0_0000_0000_1200
        bsf     rcx, rax
        show    rcx
        bsr     rcx, rax
        show    rcx
        popcnt  rcx, rax
        show    rcx
        tzcnt   rcx, rax
        show    rcx
        lzcnt   rcx, rax
        show    rcx
        mov     rdx, 0x123456789abcdef0
        shld    rdx, rax, 12
        show    rdx
        shrd    rdx, rax, 20
        show    rdx
        stc
        rcl     edx, 5
        show    rdx
        rcr     dx, 3
        movzx   edx, dx
        show    rdx
        bswap   rdx
        show    rdx
        mov     rdi, field
        mov     ecx, 100
        bts     [rdi], rcx
        mov     rcx, -3
        btc     [rdi+8], rcx
        show    [field]
        show    [field+8]
        say     10
        mov     rax, -5
        mov     rdx, 7_000_000_000
        imul    rdx
        show    rdx
        show    rax
        mov     rcx, -1000
        idiv    rcx
        show    rax
        show    rdx
        mov     ax, -300
        mov     bl, 7
        idiv    bl
        movsx   ecx, al
        movsx   edx, ah
        movsxd  rcx, ecx
        movsxd  rdx, edx
        show    rcx
        show    rdx
        mov     eax, 0x80000000
        movsxd  rcx, eax
        cdqe
        show    rcx
        cqo
        show    rdx
        mov     ecx, 5
        mov     eax, 3
        cmp     eax, ecx
        cmovl   eax, ecx
        setnb   cl
        movzx   ecx, cl
        lea     rax, [rax+rcx*8+2]
        show    rax
        xor     eax, eax
        mov     ebx, 77
        lock cmpxchg [cell], rbx
        setz    al
        xadd    [cell], rbx
        show    rbx
        show    [cell]
        say     10
        leave_with 0
section .data
text:   db      "the quick brown fox jumps over", 10
text_size equ   $ - text
upper:  db      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
section .bss
copy:   resb    text_size
alignb 8
field:  resq    2
cell:   resq    1
