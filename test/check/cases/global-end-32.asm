; Writes through the address of an array's end, and of a place behind the next variable. exit 0
bits 32
global _start
section .bss
words:  resd 4
other:  resd 1
third:  resd 1
section .text
_start: mov edi, words + 16
        mov dword [edi], 1 ; expect: global-overflow-write
        lea esi, [words + 20]
        mov dword [esi], 2 ; expect: global-overflow-write
        xor ebx, ebx
        mov eax, 1
        int 0x80
