; {"bits":32,"libc":true}
; malloc, realloc, calloc, qsort with a callback, a file written and read, all in cdecl.
global main
extern malloc, realloc, calloc, free, qsort, printf, fopen, fclose, fwrite, fread, remove, rand, srand, abs
section .text
main:   push    ebx
        push    esi
        push    edi
        push    40
        call    malloc
        add     esp, 4
        test    eax, eax
        jz      .end
        mov     esi, eax
        xor     ebx, ebx
        mov     eax, 7
.fill:  imul    eax, eax, 75
        add     eax, 74
        xor     edx, edx
        mov     ecx, 65537
        div     ecx
        mov     eax, edx
        mov     [esi+ebx*4], eax
        inc     ebx
        cmp     ebx, 10
        jb      .fill
        push    80
        push    esi
        call    realloc
        add     esp, 8
        test    eax, eax
        jz      .end
        mov     esi, eax
        mov     ecx, 10
.copy:  mov     eax, [esi+ecx*4-4]
        shr     eax, 1
        mov     [esi+ecx*4+36], eax
        loop    .copy
        push    ascending
        push    4
        push    20
        push    esi
        call    qsort
        add     esp, 16
        push    mode_write
        push    name
        call    fopen
        add     esp, 8
        mov     edi, eax
        push    edi
        push    20
        push    4
        push    esi
        call    fwrite
        add     esp, 16
        push    eax
        push    written
        call    printf
        add     esp, 8
        push    edi
        call    fclose
        add     esp, 4
        push    esi
        call    free
        add     esp, 4
        push    4
        push    24
        call    calloc
        add     esp, 8
        test    eax, eax
        jz      .end
        mov     esi, eax
        push    mode_read
        push    name
        call    fopen
        add     esp, 8
        mov     edi, eax
        push    edi
        push    24
        push    4
        push    esi
        call    fread
        add     esp, 16
        push    eax
        push    written
        call    printf
        add     esp, 8
        push    edi
        call    fclose
        add     esp, 4
        xor     ebx, ebx
.show:  push    dword [esi+ebx*4]
        push    number
        call    printf
        add     esp, 8
        inc     ebx
        cmp     ebx, 22
        jb      .show
        push    esi
        call    free
        add     esp, 4
        push    name
        call    remove
        add     esp, 4
        push    1
        call    srand
        add     esp, 4
        call    rand
        push    eax
        push    number
        call    printf
        add     esp, 8
        push    -9
        call    $abs
        add     esp, 4
.end:   pop     edi
        pop     esi
        pop     ebx
        ret
ascending:
        mov     eax, [esp+4]
        mov     edx, [esp+8]
        mov     eax, [eax]
        cmp     eax, [edx]
        mov     eax, 0
        setg    al
        jge     .out
        dec     eax
.out:   ret
section .data
name:   db      "numbers.bin", 0
mode_write: db  "wb", 0
mode_read: db   "rb", 0
written: db     "%d numbers", 10, 0
number: db      "%d ", 0
section .note.GNU-stack noalloc noexec nowrite progbits
