; {"bits":64,"libc":true,"input":"50 30 70 20 40 60 80 30 65 10\n30 99 50\n"}
; A binary tree on the heap: inserted into, walked, measured, taken from, freed.
default rel
global main
extern malloc, free, scanf, printf, putchar, getchar
struc node
.left:  resq    1
.right: resq    1
.key:   resd    1
.count: resd    1
endstruc
section .text
main:   push    rbx
.read:  call    next
        jc      .show
        mov     edi, eax
        call    insert
        jmp     .read
.show:  mov     rdi, [root]
        call    walk
        mov     edi, 10
        call    putchar
        mov     rdi, [root]
        call    height
        mov     esi, eax
        lea     rdi, [high]
        xor     eax, eax
        call    printf
.take:  call    next
        jc      .end
        mov     edi, eax
        call    delete
        mov     rdi, [root]
        call    walk
        mov     edi, 10
        call    putchar
        jmp     .take
.end:   mov     rdi, [root]
        call    drop
        pop     rbx
        mov     eax, [freed]
        ret
; The next number of the line; CF at the line's end.
next:   push    rbx
        cmp     byte [line_ended], 0
        mov     byte [line_ended], 0
        jne     .none
        call    getchar
        cmp     eax, 10
        je      .none
        cmp     eax, -1
        je      .none
        lea     ebx, [rax-'0']
        cmp     ebx, 9
        ja      .blank
.digit: call    getchar
        sub     eax, '0'
        cmp     eax, 9
        ja      .number
        imul    ebx, ebx, 10
        add     ebx, eax
        jmp     .digit
.number: cmp    eax, 10 - '0'
        jne     .fine
        mov     byte [line_ended], 1
.fine:  mov     eax, ebx
        clc
        pop     rbx
        ret
.blank: pop     rbx
        jmp     next
.none:  stc
        pop     rbx
        ret
; edi key
insert: push    rbx
        push    r12
        sub     rsp, 8
        mov     r12d, edi
        lea     rbx, [root]
.seek:  mov     rax, [rbx]
        test    rax, rax
        jz      .new
        cmp     r12d, [rax+node.key]
        je      .same
        lea     rbx, [rax+node.left]
        lea     rdx, [rax+node.right]
        cmovg   rbx, rdx
        jmp     .seek
.same:  inc     dword [rax+node.count]
        jmp     .out
.new:   mov     edi, node_size
        call    malloc
        test    rax, rax
        jz      .out
        mov     [rbx], rax
        xor     ecx, ecx
        mov     [rax+node.left], rcx
        mov     [rax+node.right], rcx
        mov     [rax+node.key], r12d
        mov     dword [rax+node.count], 1
.out:   add     rsp, 8
        pop     r12
        pop     rbx
        ret
walk:   push    rbx
        mov     rbx, rdi
        test    rdi, rdi
        jz      .out
        mov     rdi, [rbx+node.left]
        call    walk
        lea     rdi, [entry]
        mov     esi, [rbx+node.key]
        mov     edx, [rbx+node.count]
        xor     eax, eax
        call    printf
        mov     rdi, [rbx+node.right]
        call    walk
.out:   pop     rbx
        ret
height: xor     eax, eax
        test    rdi, rdi
        jz      .out
        push    rbx
        push    r12
        sub     rsp, 8
        mov     rbx, rdi
        mov     rdi, [rbx+node.left]
        call    height
        mov     r12d, eax
        mov     rdi, [rbx+node.right]
        call    height
        cmp     eax, r12d
        cmovl   eax, r12d
        inc     eax
        add     rsp, 8
        pop     r12
        pop     rbx
.out:   ret
; edi key: its node goes
delete: push    rbx
        lea     rbx, [root]
.seek:  mov     rax, [rbx]
        test    rax, rax
        jz      .out
        cmp     edi, [rax+node.key]
        je      .found
        lea     rbx, [rax+node.left]
        lea     rdx, [rax+node.right]
        cmovg   rbx, rdx
        jmp     .seek
.found: mov     rcx, [rax+node.left]
        mov     rdx, [rax+node.right]
        test    rcx, rcx
        jz      .right
        test    rdx, rdx
        jz      .left
        lea     rsi, [rax+node.right]   ; the least on the right takes its place
.least: mov     rdx, [rsi]
        cmp     qword [rdx+node.left], 0
        je      .move
        lea     rsi, [rdx+node.left]
        jmp     .least
.move:  mov     ecx, [rdx+node.key]
        mov     [rax+node.key], ecx
        mov     ecx, [rdx+node.count]
        mov     [rax+node.count], ecx
        mov     rcx, [rdx+node.right]
        mov     [rsi], rcx
        mov     rdi, rdx
        jmp     .free
.right: mov     [rbx], rdx
        mov     rdi, rax
        jmp     .free
.left:  mov     [rbx], rcx
        mov     rdi, rax
.free:  inc     dword [freed]
        call    free
.out:   pop     rbx
        ret
drop:   test    rdi, rdi
        jz      .out
        push    rbx
        mov     rbx, rdi
        mov     rdi, [rbx+node.left]
        call    drop
        mov     rdi, [rbx+node.right]
        call    drop
        mov     rdi, rbx
        inc     dword [freed]
        call    free
        pop     rbx
.out:   ret
section .rodata
entry:  db      "%d*%d ", 0
high:   db      "height %d", 10, 0
section .bss
root:   resq    1
freed:  resd    1
line_ended: resb 1
section .note.GNU-stack noalloc noexec nowrite progbits
