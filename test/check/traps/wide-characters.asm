; Blocks and texts of wide characters through libc. exit 73
        extern wmemset, wmemcpy, wmemmove, wmemcmp, wmemchr, wcschr, wcsrchr
        global main
        section .data
text:   dd 'a', 'b', 'a', 'c', 0
        section .bss
copy:   resd 8
        section .text
main:   push rbx
        mov edi, copy
        mov esi, 'z'
        mov edx, 8
        call wmemset
        mov edi, copy
        mov esi, text
        mov edx, 5
        call wmemcpy
        mov edi, copy+8
        mov esi, copy
        mov edx, 3
        call wmemmove
        mov edi, text
        mov esi, copy
        mov edx, 5
        call wmemcmp
        lea ebx, [rax+2]        ; 'c' above 'b': 3
        mov edi, text
        mov esi, 'a'
        call wcsrchr
        sub eax, text
        add ebx, eax            ; 8
        mov edi, text
        xor esi, esi
        call wcschr
        sub eax, text
        lea ebx, [rbx+rax*2]    ; 16, twice
        mov edi, copy
        mov esi, 'z'
        mov edx, 8
        call wmemchr
        sub eax, copy
        add ebx, eax
        mov edi, text
        mov esi, 'q'
        mov edx, 4
        call wmemchr
        lea eax, [rbx+rax+10]
        pop rbx
        ret
