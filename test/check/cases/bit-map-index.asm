; exit 0
; A bit string in memory goes on in both directions as far as the register says.
        global _start
        section .bss
before: resq 2
map:    resb 8
after:  resq 4
        section .text
_start: mov ecx, 4000
.set:   mov eax, ecx
        and eax, 63
        bts [map], eax
        dec ecx
        jnz .set
        mov eax, 70
        bts [map], eax          ; expect: global-overflow-read, global-overflow-write
        mov eax, 64
        bt [map], rax           ; expect: global-overflow-read
        mov rax, -1
        btr qword [map], rax    ; expect: global-overflow-read, global-overflow-write
        mov eax, 60
        xor edi, edi
        syscall
