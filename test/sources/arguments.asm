; {"bits":64,"args":["first","","two words","-x"]}
; The stack at the start: argc, argv, the empty environment, and what the auxiliary vector says of pages.
%include "bare64.inc"
global _start
_start:
        mov     r12, [rsp]
        lea     r13, [rsp+8]
        number  r12
        say     " arguments", 10
        mov     rbx, 1
.each:  cmp     rbx, r12
        jae     .environment
        mov     rdi, [r13+rbx*8]
        call    length
        mov     rsi, [r13+rbx*8]
        mov     rdx, rax
        push    rax
        call    write_out
        say     ": "
        pop     rax
        call    write_number
        say     10
        inc     rbx
        jmp     .each
.environment:
        lea     r14, [r13+r12*8+8]
        xor     ebx, ebx
.count: cmp     qword [r14+rbx*8], 0
        je      .auxiliary
        inc     rbx
        jmp     .count
.auxiliary:
        number  rbx
        say     " variables", 10
        lea     r14, [r14+rbx*8+8]
.vector:
        mov     rax, [r14]
        test    rax, rax
        jz      .done
        cmp     eax, 6
        je      .page
        cmp     eax, 9
        je      .entry
        cmp     eax, 11
        je      .user
.next:  add     r14, 16
        jmp     .vector
.page:  say     "pages of "
        number  [r14+8]
        say     10
        jmp     .next
.entry: lea     rax, [rel _start]
        cmp     rax, [r14+8]
        jne     .next
        say     "entered at the entry", 10
        jmp     .next
.user:  say     "user "
        number  [r14+8]
        say     10
        jmp     .next
.done:  leave_with 3

; rdi text: its length in rax
length: push    rcx
        xor     eax, eax
        mov     rcx, -1
        cld
        repne   scasb
        not     rcx
        lea     rax, [rcx-1]
        pop     rcx
        ret
