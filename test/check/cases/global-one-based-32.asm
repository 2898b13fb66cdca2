; 32-bit: the variable in front keeps its own end, and an array whose base is the array itself. exit 0
bits 32
global _start
section .data
first:  dd 9, 8
array:  dd 1, 2, 3
bases:  dd array - 4, array, first
section .bss
one:    resd 2
two:    resd 2
three:  resd 1
section .text
_start: mov esi, [bases+8]
        mov eax, [esi+8] ; expect: global-overflow-read
        mov esi, [bases]
        mov eax, [esi+16] ; expect: global-overflow-read
        mov esi, [bases+4]
        mov ecx, 3
.next:  mov eax, [esi+ecx*4] ; expect: global-overflow-read
        loop .next
        mov edi, two-4
        push edi
        pop edi
        mov [edi+8], eax
        mov [edi+12], eax ; expect: global-overflow-write
        xor ebx, ebx
        mov eax, 1
        int 0x80
