; {"bits":32}
; fork, waitpid, pipe and a pair of sockets through socketcall, in 32 bits.
%include "bare32.inc"
global _start
_start: mov     eax, 102                ; socketpair(AF_UNIX, SOCK_STREAM)
        mov     ebx, 8
        mov     ecx, pair_arguments
        int     0x80
        call    show
        mov     eax, 2
        int     0x80
        test    eax, eax
        jz      child
        mov     edi, eax
        mov     eax, 6
        mov     ebx, [sockets+4]
        int     0x80
        mov     eax, 4
        mov     ebx, [sockets]
        mov     ecx, question
        mov     edx, question_size
        int     0x80
        mov     eax, 102                ; shutdown(…, SHUT_WR)
        mov     ebx, 13
        mov     ecx, shutdown_arguments
        mov     edx, [sockets]
        mov     [ecx], edx
        int     0x80
        call    show
.read:  mov     eax, 3
        mov     ebx, [sockets]
        mov     ecx, buffer
        mov     edx, 64
        int     0x80
        test    eax, eax
        jle     .wait
        mov     edx, eax
        mov     ecx, buffer
        call    write_out
        jmp     .read
.wait:  mov     eax, 7
        mov     ebx, edi
        mov     ecx, status
        xor     edx, edx
        int     0x80
        sub     eax, edi
        call    show
        number  [status]
        say     10
        mov     eax, 7
        mov     ebx, -1
        mov     ecx, status
        mov     edx, 1
        int     0x80
        call    show
        leave_with 0
show:   call    write_number
        say     10
        ret
child:  mov     eax, 6
        mov     ebx, [sockets]
        int     0x80
        xor     edi, edi
.read:  mov     eax, 3
        mov     ebx, [sockets+4]
        mov     ecx, buffer
        mov     edx, 5
        int     0x80
        test    eax, eax
        jle     .end
        add     edi, eax
        mov     ecx, eax
.each:  xor     byte [buffer+ecx-1], 0x20
        loop    .each
        mov     edx, eax
        mov     eax, 4
        mov     ebx, [sockets+4]
        mov     ecx, buffer
        int     0x80
        jmp     .read
.end:   leave_with edi
section .data
question: db    "what is IT?"
question_size equ $ - question
align 4
pair_arguments: dd 1, 1, 0, sockets
shutdown_arguments: dd 0, 1
section .bss
sockets: resd   2
status: resd    1
buffer: resb    64
