; {"bits":64,"libc":true}
; Thread-local variables: each thread begins with what .tdata says and with zeros, and none sees what another has stored.
default rel
global main, number, letters, table
extern pthread_create, pthread_join, pthread_self, printf
section .tdata write tls align=32
number: dd      5
letters: db     "abc", 0
section .tbss write tls nobits
table:  resd    2000
section .text
main:   push    rbx
        call    show
        mov     rbx, [rel number wrt ..gottpoff]
        mov     dword [fs:rbx], 50
        xor     ebx, ebx
.next:  lea     rdi, [thread]
        xor     esi, esi
        lea     rdx, [work]
        mov     rcx, rbx
        call    pthread_create
        mov     rdi, [thread]
        xor     esi, esi
        call    pthread_join
        inc     ebx
        cmp     ebx, 3
        jb      .next
        call    show
        call    pthread_self
        xor     rax, [fs:0]
        pop     rbx
        ret
work:   push    rbx
        push    r12
        push    r13
        mov     r12, rdi
        call    show
        mov     rbx, [rel number wrt ..gottpoff]
        add     dword [fs:rbx], r12d
        mov     rbx, [rel letters wrt ..gottpoff]
        add     byte [fs:rbx], 3
        mov     rbx, [rel table wrt ..gottpoff]
        xor     ecx, ecx
.fill:  mov     dword [fs:rbx+rcx*4], 0x41414141
        inc     ecx
        cmp     ecx, 2000
        jb      .fill
        call    show
        xor     eax, eax
        pop     r13
        pop     r12
        pop     rbx
        ret
show:   push    rbx
        mov     rbx, [rel number wrt ..gottpoff]
        mov     esi, [fs:rbx]
        mov     rdx, [rel letters wrt ..gottpoff]
        add     rdx, [fs:0]
        mov     rcx, [rel table wrt ..gottpoff]
        mov     r8d, [fs:rcx+7996]
        mov     ecx, [fs:rcx]
        lea     rdi, [line]
        xor     eax, eax
        call    printf
        pop     rbx
        ret
section .rodata
line:   db      "%d %s %x %x", 10, 0
section .bss
thread: resq    1
section .note.GNU-stack noalloc noexec nowrite progbits
