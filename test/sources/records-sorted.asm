; {"bits":64,"libc":true}
; qsort with a comparison of ours, structures moved as a whole, bsearch in the result, strcmp through a pointer.
default rel
global main
extern qsort, bsearch, printf, strcmp
struc record
.name:  resb    12
.mark:  resd    1
endstruc
section .text
main:   push    rbx
        lea     rdi, [records]
        mov     esi, count
        mov     edx, record_size
        lea     rcx, [by_mark]
        call    qsort
        call    show
        lea     rdi, [records]
        mov     esi, count
        mov     edx, record_size
        lea     rcx, [by_name]
        call    qsort
        call    show
        lea     rdi, [wanted]
        lea     rsi, [records]
        mov     edx, count
        mov     ecx, record_size
        lea     r8, [by_name]
        call    bsearch
        test    rax, rax
        jz      .not
        lea     rdi, [found]
        mov     esi, [rax+record.mark]
        lea     rcx, [records]
        sub     rax, rcx
        shr     rax, 4
        mov     edx, eax
        xor     eax, eax
        call    printf
.not:   lea     rdi, [missing]
        lea     rsi, [records]
        mov     edx, count
        mov     ecx, record_size
        lea     r8, [by_name]
        call    bsearch                 ; no such name: 0
        pop     rbx
        ret
show:   push    rbx
        push    rbp
        push    r12
        lea     rbx, [records]
        mov     ebp, count
.each:  lea     rdi, [line]
        mov     rsi, rbx
        mov     edx, [rbx+record.mark]
        xor     eax, eax
        call    printf
        add     rbx, record_size
        dec     ebp
        jnz     .each
        pop     r12
        pop     rbp
        pop     rbx
        ret
by_mark:                                ; the best first, equal ones by name
        mov     eax, [rsi+record.mark]
        sub     eax, [rdi+record.mark]
        jne     .out
        sub     rsp, 8
        call    strcmp
        add     rsp, 8
.out:   ret
by_name:
        sub     rsp, 8
        call    strcmp
        add     rsp, 8
        ret
section .data
%macro entry 2
        istruc record
          at record.name, db %1, 0
          at record.mark, dd %2
        iend
%endmacro
records:
        entry   "Mia", 71
        entry   "Noah", 93
        entry   "Emma", 71
        entry   "Liam", 55
        entry   "Ben", 93
        entry   "Ana", 12
count   equ     ($ - records) / record_size
wanted: db      "Liam", 0
missing: db     "Zoe", 0
line:   db      "%-6s %d", 10, 0
found:  db      "mark %d at %d", 10, 0
section .note.GNU-stack noalloc noexec nowrite progbits
