; {"bits":64,"libc":true}
; Files through stdio: written with fprintf and fputs, read with fscanf, fgets and fread, sought, appended, renamed, removed.
default rel
global main
extern fopen, fclose, fprintf, fputs, fscanf, fgets, fread, fwrite, fseek, ftell, rewind, feof, remove, rename, printf, perror, ferror, fputc, ungetc, fgetc
section .text
main:   push    rbx
        push    r12
        push    r13
        lea     rdi, [name]
        lea     rsi, [writing]
        call    fopen
        mov     rbx, rax
        mov     r12d, 1
.write: mov     rdi, rbx
        lea     rsi, [row]
        mov     edx, r12d
        mov     ecx, r12d
        imul    ecx, ecx
        cvtsi2sd xmm0, r12d
        divsd   xmm0, [eight]
        mov     eax, 1
        call    fprintf
        inc     r12d
        cmp     r12d, 5
        jbe     .write
        lea     rdi, [last]
        mov     rsi, rbx
        call    fputs
        mov     rdi, rbx
        call    fclose
        lea     rdi, [name]
        lea     rsi, [reading]
        call    fopen
        mov     rbx, rax
        xor     r12d, r12d
.read:  mov     rdi, rbx
        lea     rsi, [row_read]
        lea     rdx, [a]
        lea     rcx, [b]
        lea     r8, [x]
        xor     eax, eax
        call    fscanf
        cmp     eax, 3
        jne     .rest
        add     r12d, [b]
        jmp     .read
.rest:  mov     r13d, eax
        mov     esi, r12d
        mov     edx, r13d
        lea     rdi, [two]
        xor     eax, eax
        call    printf
        lea     rdi, [buffer]
        mov     esi, 8
        mov     rdx, rbx
        call    fgets
        mov     rsi, rax
        lea     rdi, [bracketed]
        xor     eax, eax
        call    printf
        mov     rdi, rbx
        mov     rsi, -6
        mov     edx, 2
        call    fseek
        mov     rdi, rbx
        call    ftell
        mov     r12, rax
        lea     rdi, [buffer]
        mov     esi, 1
        mov     edx, 100
        mov     rcx, rbx
        call    fread
        mov     r13, rax
        mov     rdi, rbx
        call    feof
        test    eax, eax
        setnz   cl
        movzx   ecx, cl
        mov     rsi, r12
        mov     rdx, r13
        lea     rdi, [three]
        xor     eax, eax
        call    printf
        mov     rdi, rbx
        call    rewind
        mov     edi, '#'
        mov     rsi, rbx
        call    ungetc
        mov     rdi, rbx
        call    fgetc
        mov     r12d, eax
        mov     rdi, rbx
        call    fgetc
        mov     edx, eax
        mov     esi, r12d
        lea     rdi, [characters]
        xor     eax, eax
        call    printf
        mov     edi, 'x'
        mov     rsi, rbx
        call    fputc                   ; not open for writing
        mov     r12d, eax
        mov     rdi, rbx
        call    ferror
        test    eax, eax
        setnz   dl
        movzx   edx, dl
        mov     esi, r12d
        lea     rdi, [two]
        xor     eax, eax
        call    printf
        mov     rdi, rbx
        call    fclose
        lea     rdi, [name]
        lea     rsi, [appending]
        call    fopen
        mov     rbx, rax
        lea     rdi, [last]
        mov     esi, 2
        mov     edx, 2
        mov     rcx, rbx
        call    fwrite
        mov     rdi, rbx
        call    ftell
        mov     esi, eax
        xor     edx, edx
        lea     rdi, [two]
        xor     eax, eax
        call    printf
        mov     rdi, rbx
        call    fclose
        lea     rdi, [name]
        lea     rsi, [other]
        call    rename
        mov     r12d, eax
        lea     rdi, [name]
        call    remove
        mov     edx, eax
        mov     esi, r12d
        lea     rdi, [two]
        xor     eax, eax
        call    printf
        lea     rdi, [other]
        call    remove
        mov     r12d, eax
        lea     rdi, [other]
        lea     rsi, [reading]
        call    fopen
        mov     rdx, rax
        mov     esi, r12d
        lea     rdi, [two]
        xor     eax, eax
        call    printf
        pop     r13
        pop     r12
        pop     rbx
        xor     eax, eax
        ret
section .data
name:   db      "rows.txt", 0
other:  db      "moved.txt", 0
writing: db     "w", 0
reading: db     "r", 0
appending: db   "a+", 0
row:    db      "%d %d %f", 10, 0
row_read: db   "%d %d %lf", 10, 0
last:   db      "the last line", 10, 0
two:    db      "%d %d", 10, 0
three:  db      "%d %d %d", 10, 0
bracketed: db   "[%s]", 10, 0
characters: db  "%c%c", 10, 0
eight:  dq      8.0
section .bss
a:      resd    1
b:      resd    1
x:      resq    1
buffer: resb    101
section .note.GNU-stack noalloc noexec nowrite progbits
