; {"bits":64,"wrong":true}
; mmap: a shared file mapping that changes the file, a private one that does not, anonymous pages, mprotect, mremap, munmap.
%include "bare64.inc"
PAGE    equ     4096
global _start
_start:
        mov     eax, 2
        mov     rdi, name
        mov     esi, 0q102
        mov     edx, 0q600
        syscall
        mov     r12d, eax
        mov     eax, 77                 ; ftruncate
        mov     edi, r12d
        mov     esi, 2*PAGE
        syscall
        mov     edi, 0
        mov     edx, 3
        mov     r10d, 1                 ; MAP_SHARED
        call    map_file
        mov     r13, rax
        mov     dword [r13], "maps"
        mov     dword [r13+2*PAGE-4], "ends"
        mov     edx, 3
        mov     r10d, 2                 ; MAP_PRIVATE
        call    map_file
        mov     r14, rax
        mov     dword [r14], "mine"
        mov     eax, 26                 ; msync, MS_SYNC
        mov     rdi, r13
        mov     esi, 2*PAGE
        mov     edx, 4
        syscall
        call    show_start
        mov     rsi, r14
        mov     edx, 4
        call    write_out
        say     10
        mov     eax, 9                  ; anonymous
        xor     edi, edi
        mov     esi, 3*PAGE
        mov     edx, 3
        mov     r10d, 0x22
        mov     r8, -1
        xor     r9d, r9d
        syscall
        mov     r15, rax
        mov     rcx, 3*PAGE/8
        mov     rdi, rax
        mov     rax, 0x0101010101010101
        rep     stosq
        mov     eax, 10                 ; mprotect: the middle is read only
        lea     rdi, [r15+PAGE]
        mov     esi, PAGE
        mov     edx, 1
        syscall
        call    show
        xor     eax, eax                ; read into it
        mov     edi, r12d
        lea     rsi, [r15+PAGE]
        mov     edx, 4
        syscall
        call    show
        mov     eax, 11                 ; munmap of the middle
        lea     rdi, [r15+PAGE]
        mov     esi, PAGE
        syscall
        call    show
        movzx   eax, byte [r15+2*PAGE+9]
        call    show
        mov     eax, 25                 ; mremap, may move
        mov     rdi, r15
        mov     esi, PAGE
        mov     edx, 8*PAGE
        mov     r10d, 1
        syscall
        mov     bl, [rax+100]
        add     bl, [rax+7*PAGE]
        movzx   eax, bl
        call    show
        mov     eax, 11
        mov     rdi, 0x123
        mov     esi, PAGE
        syscall
        call    show
        mov     eax, 9                  ; of length zero
        xor     edi, edi
        xor     esi, esi
        syscall
        call    show
        mov     eax, 87
        mov     rdi, name
        syscall
        leave_with 0
show:   call    write_number
        say     10
        ret
show_start:
        mov     eax, 17                 ; pread64
        mov     edi, r12d
        mov     rsi, buffer
        mov     edx, 4
        xor     r10d, r10d
        syscall
        mov     rsi, buffer
        mov     edx, 4
        call    write_out
        say     10
        ret
map_file:
        mov     eax, 9
        xor     edi, edi
        mov     esi, 2*PAGE
        mov     r8d, r12d
        xor     r9d, r9d
        syscall
        ret
section .data
name:   db      "mapped", 0
section .bss
buffer: resb    4
