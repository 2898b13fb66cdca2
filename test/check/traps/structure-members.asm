; exit 0
; Structures for the kernel whose members have labels of their own.
        default rel
        global _start
        section .bss
rfd:    resd 1
wfd:    resd 1
other:  resb 3
sysname: resb 65
nodename: resb 65
release: resb 65
version: resb 65
machine: resb 65
domain: resb 65
more:   resb 8
tv:     resq 1
tz:     resq 1
zz:     resb 10
status: resd 1
        section .text
_start: mov eax, 22
        lea rdi, [rfd]
        syscall
        mov eax, 63
        lea rdi, [sysname]
        syscall
        mov eax, 96
        lea rdi, [tv]
        xor esi, esi
        syscall
        xor edi, edi
        mov eax, 60
        syscall
