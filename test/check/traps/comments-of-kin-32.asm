; Comments name calls by what everybody calls them; the kernel's names are wider kin, or one number for many. exit 0
bits 32
global _start
_start:
        mov     eax, 192                ; mmap
        xor     ebx, ebx
        mov     ecx, 4096
        mov     edx, 3
        mov     esi, 0x22
        mov     edi, -1
        xor     ebp, ebp
        int     0x80
        mov     ebx, eax
        mov     eax, 91                 ; sys_munmap
        mov     ecx, 4096
        int     0x80
        mov     eax, 221                ; fcntl
        mov     ebx, 1
        mov     ecx, 3
        int     0x80
        mov     eax, 195                ; sys_stat
        mov     ebx, name
        mov     ecx, buffer
        int     0x80
        mov     eax, 140                ; lseek syscall
        mov     ebx, 1
        xor     ecx, ecx
        xor     edx, edx
        mov     esi, buffer
        xor     edi, edi
        int     0x80
        mov     eax, 174                ; sigaction
        mov     ebx, 10
        xor     ecx, ecx
        mov     edx, buffer
        mov     esi, 8
        int     0x80
        mov     eax, 102                ; socket()
        mov     ebx, 1
        mov     ecx, arguments
        int     0x80
        mov     eax, 117                ; shmget()
        mov     ebx, 23
        xor     ecx, ecx
        mov     edx, 4096
        mov     esi, 0q1600
        int     0x80
        mov     eax, 252                ; exit
        xor     ebx, ebx
        int     0x80
section .data
arguments: dd   1, 1, 0
name:   db      "/", 0
section .bss
buffer: resb    256
