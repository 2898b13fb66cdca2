; {"bits":32,"wrong":true}
; Files by int 0x80: creat, write, _llseek, read, fstat64, dup2 in place of standard output, ftruncate, unlink, errors.
%include "bare32.inc"
%macro call_linux 1-6
%if %0 > 1
        mov     ebx, %2
%endif
%if %0 > 2
        mov     ecx, %3
%endif
%if %0 > 3
        mov     edx, %4
%endif
%if %0 > 4
        mov     esi, %5
%endif
%if %0 > 5
        mov     edi, %6
%endif
        mov     eax, %1
        int     0x80
%endmacro
%macro show 1+
        push    eax
        say     %1, " "
        mov     eax, [esp]
        call    write_number
        say     10
        pop     eax
%endmacro
global _start
_start: call_linux 5, name, 0q102, 0q644
        show    "open"
        mov     ebp, eax
        call_linux 4, ebp, text, text_size
        show    "write"
        call_linux 140, ebp, 0, 4, result, 0
        show    "_llseek"
        number  [result]
        say     10
        call_linux 3, ebp, buffer, 6
        show    "read"
        mov     ecx, buffer
        mov     edx, 6
        call    write_out
        say     10
        call_linux 197, ebp, status
        show    "fstat64"
        number  [status+44]
        say     10
        call_linux 146, ebp, pieces, 2
        show    "writev"
        call_linux 19, ebp, 0, 2
        show    "lseek"
        call_linux 93, ebp, 8
        show    "ftruncate"
        call_linux 41, 1
        mov     edi, eax
        call_linux 63, ebp, 1           ; standard output is the file now
        say     "into the file"
        call_linux 63, edi, 1
        call_linux 19, ebp, 0, 0
        call_linux 3, ebp, buffer, 60
        show    "read"
        mov     edx, eax
        mov     ecx, buffer
        call    write_out
        say     10
        call_linux 6, ebp
        show    "close"
        call_linux 3, ebp, buffer, 1
        show    "read of what is closed"
        call_linux 10, name
        show    "unlink"
        call_linux 5, name, 0, 0
        show    "open again"
        call_linux 4, 1, 0xffffff00, 5
        show    "write from nowhere"
        call_linux 400
        show    "no such call"
        call_linux 55, 77, 3
        show    "fcntl of what is not open"
        call_linux 122, buffer
        mov     ecx, buffer
        mov     edx, 5
        call    write_out
        say     10
        leave_with 256 + 17
section .data
name:   db      "thirty-two", 0
text:   db      "one, two, three, four", 10
text_size equ   $ - text
pieces: dd      text, 3, text+5, 3
section .bss
result: resd    2
buffer: resb    400
status: resb    96
