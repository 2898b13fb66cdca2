; {"bits":64,"wrong":true}
; Files without libc: made, written, sought, read, described, cut, renamed, removed, and the errors of each.
%include "bare64.inc"
%macro call_linux 1-7
%if %0 > 1
        mov     rdi, %2
%endif
%if %0 > 2
        mov     rsi, %3
%endif
%if %0 > 3
        mov     rdx, %4
%endif
%if %0 > 4
        mov     r10, %5
%endif
        mov     eax, %1
        syscall
%endmacro
%macro show 1+
        push    rax
        say     %1, " "
        pop     rax
        push    rax
        call    write_number
        say     10
        pop     rax
%endmacro
global _start
_start:
        call_linux 2, name, 0q102 | 0q1000, 0q640       ; open: O_RDWR | O_CREAT | O_TRUNC
        mov     r12, rax
        show    "open"
        call_linux 1, r12, text, text_size
        show    "write"
        call_linux 8, r12, 6, 0
        show    "lseek"
        call_linux 0, r12, buffer, 5
        show    "read"
        mov     rsi, buffer
        mov     edx, 5
        call    write_out
        say     10
        call_linux 18, r12, text, 3, 40                 ; pwrite64 beyond the end
        show    "pwrite"
        call_linux 5, r12, status
        show    "fstat"
        number  [status+48]
        say     " bytes, mode "
        mov     eax, [status+24]
        and     eax, 0q777
        call    write_number
        say     10
        call_linux 17, r12, buffer, 8, 30               ; pread64 over the hole
        show    "pread"
        movzx   eax, byte [buffer+7]
        show    "a byte of the hole"
        call_linux 77, r12, 9
        show    "ftruncate"
        call_linux 8, r12, 0, 2
        show    "end"
        call_linux 8, r12, -1, 0
        show    "lseek before the beginning"
        call_linux 3, r12
        show    "close"
        call_linux 1, r12, text, 1
        show    "write to what is closed"
        call_linux 82, name, other
        show    "rename"
        call_linux 2, name, 0, 0
        show    "open the old name"
        call_linux 2, other, 0q301, 0q600               ; O_EXCL
        show    "open exclusively"
        call_linux 21, other, 4
        show    "access"
        call_linux 83, folder, 0q755
        show    "mkdir"
        call_linux 83, folder, 0q755
        show    "mkdir again"
        call_linux 84, other
        show    "rmdir of a file"
        call_linux 87, folder
        show    "unlink of a folder"
        call_linux 84, folder
        show    "rmdir"
        call_linux 87, other
        show    "unlink"
        call_linux 87, other
        show    "unlink again"
        call_linux 1, 1, -8, 4
        show    "write from nowhere"
        leave_with 0
section .data
name:   db      "notes.txt", 0
other:  db      "kept.txt", 0
folder: db      "folder", 0
text:   db      "alpha beta gamma", 10
text_size equ   $ - text
section .bss
buffer: resb    16
status: resb    144
