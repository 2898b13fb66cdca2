; {"bits":64}
; A folder filled with files and read again with getdents64, its names sorted; a symbolic link, a working folder of its own.
%include "bare64.inc"
MOST    equ     16
global _start
_start: mov     eax, 83
        mov     rdi, folder
        mov     esi, 0q755
        syscall
        mov     eax, 80                 ; chdir
        mov     rdi, folder
        syscall
        mov     byte [name], 'f'
        mov     ebx, 5
.make:  lea     eax, [rbx*8-8]
        and     eax, 31
        add     eax, 'a'
        mov     [name+1], al
        mov     eax, 85                 ; creat
        mov     rdi, name
        mov     esi, 0q600
        syscall
        mov     edi, eax
        mov     eax, 3
        syscall
        dec     ebx
        jnz     .make
        mov     eax, 88                 ; symlink
        mov     rdi, name
        mov     rsi, link
        syscall
        mov     eax, 89                 ; readlink
        mov     rdi, link
        mov     rsi, buffer
        mov     edx, 100
        syscall
        mov     edx, eax
        mov     rsi, buffer
        call    write_out
        say     10
        mov     eax, 257                ; openat "."
        mov     edi, -100
        mov     rsi, here
        mov     edx, 0q200000
        syscall
        mov     ebp, eax
        xor     r12d, r12d              ; names
.read:  mov     eax, 217
        mov     edi, ebp
        mov     rsi, buffer
        mov     edx, buffer_size
        syscall
        test    eax, eax
        jle     .sort
        lea     rbx, [buffer]
        lea     r13, [rbx+rax]
.entry: cmp     rbx, r13
        jae     .copied
        mov     al, [rbx+18]            ; d_type
        mov     rdi, r12
        shl     rdi, 3
        add     rdi, names
        mov     rdx, [rbx+19]           ; names here are shorter than eight bytes
        bswap   rdx
        mov     rcx, rdx
        call    upto_zero
        mov     [rdi], rdx
        mov     [kinds+r12], al
        inc     r12
        movzx   eax, word [rbx+16]
        add     rbx, rax
        jmp     .entry
.copied: jmp    .read
.sort:  mov     ecx, 1
.outer: cmp     rcx, r12
        jae     .print
        mov     rdx, rcx
        mov     rax, [names+rcx*8]
        mov     bl, [kinds+rcx]
.inner: cmp     [names+rdx*8-8], rax
        jbe     .place
        mov     r8, [names+rdx*8-8]
        mov     [names+rdx*8], r8
        mov     r9b, [kinds+rdx-1]
        mov     [kinds+rdx], r9b
        dec     rdx
        jnz     .inner
.place: mov     [names+rdx*8], rax
        mov     [kinds+rdx], bl
        inc     rcx
        jmp     .outer
.print: xor     ebx, ebx
.each:  cmp     rbx, r12
        jae     .end
        mov     rax, [names+rbx*8]
        bswap   rax
        mov     [name], rax
        mov     rsi, name
        mov     edx, 8
        call    write_out
        movzx   eax, byte [kinds+rbx]
        call    write_number
        say     10
        inc     rbx
        jmp     .each
.end:   mov     eax, 79                 ; getcwd: its last eight bytes
        mov     rdi, buffer
        mov     esi, buffer_size
        syscall
        lea     rsi, [buffer+rax-8]
        mov     edx, 7
        call    write_out
        say     10
        mov     eax, 83                 ; names that mean nothing
        mov     rdi, long_name
        mov     esi, 0q700
        syscall
        call    write_number
        mov     eax, 83
        mov     rdi, fault_name
        mov     esi, 0q700
        syscall
        call    write_number
        mov     eax, 84
        mov     rdi, up
        syscall
        call    write_number            ; rmdir of what is not empty
        say     10
        leave_with 0
; rdx a name, its first byte on top: what stands behind the first zero byte becomes zero
upto_zero:
        mov     r8d, 8
        xor     r9d, r9d
.next:  rol     rdx, 8
        test    dl, dl
        jz      .stop
        shl     r9, 8
        mov     r9b, dl
        dec     r8d
        jnz     .next
        jmp     .out
.stop:  shl     r9, 8
        dec     r8d
        jnz     .stop
.out:   mov     rdx, r9
        ret
section .data
folder: db      "listing", 0
up:     db      "../listing", 0
long_name: db   "long", 0
fault_name: db  "fault", 0
link:   db      "link", 0
here:   db      ".", 0
section .bss
name:   resb    8
names:  resq    MOST
kinds:  resb    MOST
buffer_size equ 256
buffer: resb    buffer_size
