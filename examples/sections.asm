; Where variables live.
;
; What to see: press F5 and open the picture "Memory map". The section .data holds bytes from the file, .bss holds zeros
; that take no room in the file. Scope "Globals" shows each label with its type.

section .data
    lives   db 3                    ; one byte
    scores  db 10, 20, 30, 40, 50   ; five bytes in a row

section .bss
    total   resd 1                  ; four bytes, zero until written

section .text
    global _start

_start:
    xor ecx, ecx
    xor eax, eax
.next:
    movzx edx, byte [scores + rcx]  ; watch: byte [scores+rcx]
    add eax, edx
    inc rcx
    cmp rcx, 5
    jb .next
    mov [total], eax                ; scope Globals: total becomes 150

    mov eax, 60                     ; exit
    xor edi, edi
    syscall
