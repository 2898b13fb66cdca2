; {"bits":64}
; Two children and two pipes: one squares numbers, one dies by a signal; the parent collects both.
%include "bare64.inc"
global _start
_start:
        mov     eax, 22
        mov     rdi, there
        syscall
        mov     eax, 22
        mov     rdi, back
        syscall
        mov     eax, 57
        syscall
        test    eax, eax
        jz      square
        mov     r12d, eax
        mov     eax, 57
        syscall
        test    eax, eax
        jz      die
        mov     r13d, eax
        mov     ebx, 1
.send:  mov     [number_out], ebx
        mov     eax, 1
        mov     edi, [there+4]
        mov     rsi, number_out
        mov     edx, 4
        syscall
        xor     eax, eax
        mov     edi, [back]
        mov     rsi, number_in
        mov     edx, 4
        syscall
        mov     eax, [number_in]
        call    write_number
        say     10
        imul    ebx, ebx, 3
        cmp     ebx, 100
        jb      .send
        mov     eax, 3
        mov     edi, [there+4]
        syscall
        mov     edi, r12d
        call    collect
        mov     edi, r13d
        call    collect
        mov     edi, -1
        call    collect
        leave_with 0
; edi child: its status is printed
collect:
        mov     eax, 61
        mov     rsi, status
        xor     edx, edx
        xor     r10d, r10d
        mov     dword [status], -1
        syscall
        test    eax, eax
        jns     .good
        call    write_number
        say     10
        ret
.good:  mov     eax, [status]
        call    write_number
        say     10
        ret
square: mov     eax, 3                  ; else the end of the pipe would never come
        mov     edi, [there+4]
        syscall
.again: xor     eax, eax
        mov     edi, [there]
        mov     rsi, number_in
        mov     edx, 4
        syscall
        test    eax, eax
        jz      .end
        mov     eax, [number_in]
        imul    eax, eax
        mov     [number_out], eax
        mov     eax, 1
        mov     edi, [back+4]
        mov     rsi, number_out
        mov     edx, 4
        syscall
        jmp     .again
.end:   leave_with 42
die:    mov     eax, 39
        syscall
        mov     edi, eax
        mov     esi, 15
        mov     eax, 62
        syscall
section .bss
there:  resd    2
back:   resd    2
number_out: resd 1
number_in: resd 1
status: resd    1
