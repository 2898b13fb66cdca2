; A ring of eight numbers, for several-files.asm.
global queue_push, queue_pop, queue_show
common queue_count 4:4
extern print_number
ROOM    equ     8
section .bss
ring:   resq    ROOM
first:  resd    1
section .text
; rdi number; CF: full
queue_push:
        mov     ecx, [queue_count]
        cmp     ecx, ROOM
        cmc
        jc      .out
        mov     eax, [first]
        add     eax, ecx
        and     eax, ROOM-1
        mov     [ring+rax*8], rdi
        inc     dword [queue_count]
        clc
.out:   ret
; rax number; CF: empty
queue_pop:
        cmp     dword [queue_count], 1
        jc      .out
        mov     ecx, [first]
        mov     rax, [ring+rcx*8]
        inc     ecx
        and     ecx, ROOM-1
        mov     [first], ecx
        dec     dword [queue_count]
        clc
.out:   ret
queue_show:
        push    rbx
        xor     ebx, ebx
.next:  cmp     ebx, [queue_count]
        jae     .out
        mov     ecx, [first]
        add     ecx, ebx
        and     ecx, ROOM-1
        mov     rdi, [ring+rcx*8]
        call    print_number
        inc     ebx
        jmp     .next
.out:   pop     rbx
        ret
