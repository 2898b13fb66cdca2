; {"bits":64}
; A linked list in memory from brk: nodes put in by order, every third taken out, the break given back.
%include "bare64.inc"
struc node
.next:  resq    1
.value: resd    1
.pad:   resd    1
endstruc
global _start
_start:
        mov     eax, 12
        xor     edi, edi
        syscall
        mov     r12, rax                ; the break at first
        mov     r13, rax                ; the next node
        lea     rdi, [rax+40*node_size]
        mov     eax, 12
        syscall
        sub     rax, r12
        number  rax
        say     " bytes", 10
        mov     ebx, 7
        mov     ebp, 20
.insert:
        imul    ebx, ebx, 37
        and     ebx, 127
        mov     dword [r13+node.value], ebx
        lea     rdi, [rel head]
.seek:  mov     rax, [rdi]
        test    rax, rax
        jz      .put
        cmp     [rax+node.value], ebx
        jge     .put
        lea     rdi, [rax+node.next]
        jmp     .seek
.put:   mov     [r13+node.next], rax
        mov     [rdi], r13
        add     r13, node_size
        add     ebx, 5
        dec     ebp
        jnz     .insert
        call    print
        mov     ecx, 0
        lea     rdi, [rel head]
.take:  mov     rax, [rdi]
        test    rax, rax
        jz      .taken
        inc     ecx
        cmp     ecx, 3
        jne     .stay
        xor     ecx, ecx
        mov     rdx, [rax+node.next]
        mov     [rdi], rdx
        jmp     .take
.stay:  lea     rdi, [rax+node.next]
        jmp     .take
.taken: call    print
        mov     eax, 12
        mov     rdi, r12
        syscall
        sub     rax, r12
        call    write_number
        say     10
        leave_with 0
print:  mov     rbx, [rel head]
.each:  test    rbx, rbx
        jz      .end
        mov     eax, [rbx+node.value]
        call    write_number
        say     " "
        mov     rbx, [rbx+node.next]
        jmp     .each
.end:   say     10
        ret
section .bss
head:   resq    1
