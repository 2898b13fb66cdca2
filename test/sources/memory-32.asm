; {"bits":32,"wrong":true}
; mmap2 and the old mmap with its structure, mprotect and a handler by sigaction that opens the page again, brk.
%include "bare32.inc"
PAGE    equ     4096
global _start
_start: mov     eax, 192
        xor     ebx, ebx
        mov     ecx, 2*PAGE
        mov     edx, 3
        mov     esi, 0x22
        mov     edi, -1
        xor     ebp, ebp
        int     0x80
        mov     [pages], eax
        mov     dword [eax+PAGE], 1234567
        mov     eax, 174                ; rt_sigaction
        mov     ebx, 11
        mov     ecx, action
        xor     edx, edx
        mov     esi, 8
        int     0x80
        mov     eax, 125                ; mprotect: nothing may be read
        mov     ebx, [pages]
        mov     ecx, 2*PAGE
        xor     edx, edx
        int     0x80
        mov     eax, [pages]
        mov     eax, [eax+PAGE]
        call    write_number
        say     10
        number  [faults]
        say     10
        mov     eax, 90                 ; old mmap
        mov     ebx, request
        int     0x80
        mov     ecx, eax
        and     eax, PAGE-1
        mov     byte [ecx+5], 9
        call    write_number
        say     10
        mov     eax, 91
        mov     ebx, [pages]
        mov     ecx, PAGE
        int     0x80
        call    write_number
        say     10
        mov     eax, 45
        xor     ebx, ebx
        int     0x80
        mov     esi, eax
        lea     ebx, [eax+100000]
        mov     eax, 45
        int     0x80
        sub     eax, esi
        call    write_number
        say     10
        mov     dword [esi+99996], 5
        mov     eax, [pages]            ; was given back: the handler gives up
        mov     dword [quitting], 1
        mov     eax, [eax]
        say     "not to be seen", 10
        leave_with 0
handler:
        inc     dword [faults]
        cmp     dword [quitting], 0
        jne     .quit
        mov     ecx, [esp+8]            ; siginfo
        mov     eax, [ecx+12]
        sub     eax, [pages]
        call    write_number
        say     " code "
        mov     ecx, [esp+8]
        number  [ecx+8]
        say     10
        push    ebx
        mov     eax, 125
        mov     ebx, [pages]
        mov     ecx, 2*PAGE
        mov     edx, 3
        int     0x80
        pop     ebx
        ret
.quit:  say     "gone", 10
        leave_with 9
restore:
        mov     eax, 173
        int     0x80
section .data
align 4
action: dd      handler, 0x04000004, restore, 0, 0
request: dd     0, PAGE, 3, 0x22, -1, 0
section .bss
pages:  resd    1
faults: resd    1
quitting: resd  1
