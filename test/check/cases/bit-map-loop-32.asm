; exit 0
; The loop runs over the end of the bit map.
        bits 32
        global _start
        section .bss
map:    resd 25
count:  resd 9
        section .text
_start: xor ecx, ecx
.next:  btc [map], ecx          ; expect: global-overflow-read, global-overflow-write
        add ecx, 3
        cmp ecx, 810
        jb .next
        mov eax, 1
        xor ebx, ebx
        int 0x80
