; exit 56
; Data that names distances of labels: bytecode that jumps backwards, tables of offsets from their own start, places that
; point from themselves, and the same through a macro.
%define from(base, label) label - base

        default rel
        global _start

        section .rodata
program:
        db 1, 5
.again: db 2
        db 3, program - behind          ; back to the first
behind: db 0

names:  dd from(names, one), from(names, two), from(names, three)
one:    db "one", 0
two:    db "three", 0
three:  db "seven", 0

        align 4
links:  dd first - $
        dd second - $
first:  dd 11
filler: dd 12, 13
second: dd 14

offsets: db red - colours, green - colours, blue - colours
colours: dw 100
red:    db 1
green:  db 2, 0
blue:   db 3

        section .text
_start: lea     rsi, [program]
        mov     ebx, 2
        xor     r12d, r12d
.next:  movzx   eax, byte [rsi]
        inc     rsi
        test    al, al
        jz      .done
        cmp     al, 1
        je      .add
        cmp     al, 2
        je      .next
        movsx   rcx, byte [rsi]         ; a jump, taken once
        inc     rsi
        dec     ebx
        jz      .next
        add     rsi, rcx
        jmp     .next
.add:   movzx   ecx, byte [rsi]
        inc     rsi
        add     r12d, ecx
        jmp     .next
.done:                                  ; r12d = 10
        lea     rbx, [names]
        mov     ecx, 2
.name:  mov     eax, [rbx + rcx*4]
        add     rax, rbx
        movzx   edx, byte [rax + 1]
        dec     ecx
        jns     .name
        cmp     edx, "n"
        jne     .wrong

        lea     rbx, [links]
        movsxd  rax, dword [rbx]
        add     rax, rbx
        add     r12d, [rax]             ; 21
        add     rbx, 4
        movsxd  rax, dword [rbx]
        add     r12d, [rbx + rax]       ; 35

        lea     rbx, [offsets]
        lea     rdi, [colours]
        xor     ecx, ecx
.colour:
        movzx   eax, byte [rbx + rcx]
        movzx   edx, byte [rdi + rax]
        lea     r12d, [r12 + rdx*2]
        inc     ecx
        cmp     ecx, 3
        jb      .colour                 ; 47
        add     r12d, 9
        mov     edi, r12d
        mov     eax, 60
        syscall
.wrong: mov     edi, 1
        mov     eax, 60
        syscall
