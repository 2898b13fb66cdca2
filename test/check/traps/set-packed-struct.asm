; A packed structure of odd sizes, unaligned words, copied by rep movsb with padding. exit 0
        global _start
struc item
.tag:   resb 1
.num:   resd 1
.pad:   resb 3
.big:   resq 1
endstruc
        section .text
_start: sub rsp, 32
        mov byte [rsp+item.tag], 3
        mov dword [rsp+item.num], 100
        mov qword [rsp+item.big], -1
        sub rsp, 32
        lea rsi, [rsp+32]
        mov rdi, rsp
        mov ecx, item_size
        rep movsb
        cmp dword [rsp+item.num], 100
        jne .bad
        inc qword [rsp+item.big]
        jnz .bad
        xor edi, edi
        mov eax, 60
        syscall
.bad:   mov edi, 1
        mov eax, 60
        syscall
