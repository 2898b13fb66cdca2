; An allocator that says no by a small number, and by -1 for what is too large. exit 0
        bits 32
        global _start
section .bss
arena:  resb 64
top:    resd 1
section .text
; @alloc size=arg1 ret=eax
get:    mov ecx, [esp+4]
        mov eax, -1
        cmp ecx, 1000000
        ja .r
        mov eax, 1
        mov edx, [top]
        add edx, ecx
        cmp edx, 64
        ja .r
        mov eax, [top]
        mov [top], edx
        add eax, arena
.r:     ret
; @free ptr=arg1
put:    ret
_start: push -1
        call get
        mov dword [esp], 100
        call get
        mov dword [esp], 32
        call get
        mov [esp], eax
        call put
        pop eax
        mov eax, 1
        xor ebx, ebx
        int 0x80
