; {"bits":64,"libc":true}
; The string functions of a course: copied, joined, compared, cut into words, searched, turned to numbers and back.
default rel
global main
extern strcpy, strcat, strcmp, strncmp, strlen, strtok, strstr, strchr, strrchr, strdup, free, sprintf, sscanf, memcpy, memset, memmove, memcmp, atoi, strtol, strtod, toupper, isalpha, printf, puts, strncpy, strspn, strcspn
%macro print 2-4
%if %0 > 3
        mov     ecx, %4
%endif
%if %0 > 2
        mov     edx, %3
%endif
        mov     rsi, %2
        lea     rdi, [%1]
        xor     eax, eax
        call    printf
%endmacro
section .text
main:   push    rbx
        push    rbp
        sub     rsp, 8
        lea     rdi, [buffer]
        lea     rsi, [first]
        call    strcpy
        mov     rdi, rax
        lea     rsi, [second]
        call    strcat
        mov     rdi, rax
        call    puts
        lea     rdi, [buffer]
        call    strlen
        print   number, rax
        lea     rdi, [first]
        lea     rsi, [second]
        call    strcmp
        sar     eax, 31
        movsxd  rax, eax
        print   number, rax
        lea     rdi, [sentence]
        call    strdup
        mov     rbx, rax
        mov     rdi, rax
        lea     rsi, [blanks]
        call    strtok
.word:  test    rax, rax
        jz      .words
        mov     rbp, rax
        mov     rdi, rax
        call    strlen
        mov     rdx, rax
        print   word_text, rbp, edx
        xor     edi, edi
        lea     rsi, [blanks]
        call    strtok
        jmp     .word
.words: mov     rdi, rbx
        call    free
        lea     rdi, [sentence]
        lea     rsi, [needle]
        call    strstr
        print   text, rax
        lea     rdi, [sentence]
        mov     esi, 'o'
        call    strrchr
        print   text, rax
        lea     rdi, [sentence]
        mov     esi, 'Z'
        call    strchr
        print   pointer, rax
        lea     rbx, [buffer]
.upper: movzx   edi, byte [rbx]
        test    edi, edi
        jz      .uppered
        call    toupper
        mov     [rbx], al
        inc     rbx
        jmp     .upper
.uppered:
        lea     rax, [buffer]
        print   text, rax
        lea     rdi, [buffer+2]
        lea     rsi, [buffer]
        mov     edx, 6
        call    memmove
        lea     rdi, [buffer+10]
        mov     esi, '*'
        mov     edx, 3
        call    memset
        lea     rax, [buffer]
        print   text, rax
        lea     rdi, [numbers]
        call    atoi
        movsxd  rax, eax
        print   number, rax
        lea     rdi, [numbers]
        lea     rsi, [end]
        mov     edx, 16
        call    strtol
        mov     rcx, [end]
        movzx   edx, byte [rcx]
        print   two, rax, edx
        lea     rdi, [decimal]
        xor     esi, esi
        call    strtod
        lea     rdi, [real]
        mov     eax, 1
        call    printf
        lea     rdi, [buffer]
        lea     rsi, [made]
        mov     edx, 255
        lea     rcx, [first]
        movsd   xmm0, [value]
        mov     eax, 1
        call    sprintf
        print   two, rax, 0
        lea     rax, [buffer]
        print   text, rax
        lea     rdi, [numbers]
        lea     rsi, [parts]
        lea     rdx, [end]
        lea     rcx, [small]
        xor     eax, eax
        call    sscanf
        movsxd  rsi, eax
        print   three, rsi, [end], [small]
        lea     rdi, [buffer]
        lea     rsi, [sentence]
        mov     edx, 5
        call    strncpy
        lea     rdi, [sentence]
        lea     rsi, [blanks]
        call    strcspn
        print   two, rax, [buffer+5]
        lea     rdi, [first]
        lea     rsi, [second]
        mov     edx, 1
        call    memcmp
        movsxd  rax, eax
        print   number, rax
        mov     edi, '7'
        call    isalpha
        add     rsp, 8
        pop     rbp
        pop     rbx
        ret
section .data
first:  db      "assembly", 0
second: db      " language", 0
sentence: db    "the slow, lazy dog; over  it", 0
blanks: db      " ,;", 0
needle: db      "lazy", 0
numbers: db     "  12ab!", 0
decimal: db     "6.02e23", 0
text:   db      "[%s]", 10, 0
word_text: db   "%s/%d", 10, 0
number: db      "%ld", 10, 0
pointer: db     "%p", 10, 0
two:    db      "%ld %d", 10, 0
three:  db      "%d %d %x", 10, 0
real:   db      "%g", 10, 0
made:   db      "%x-%s-%.2f", 0
parts:  db      "%d%2x", 0
align 8
value:  dq      2.71828
section .bss
end:    resq    1
small:  resd    1
buffer: resb    64
section .note.GNU-stack noalloc noexec nowrite progbits
