; A text is turned round from one byte too far: the next text is read and written. exit 33
global _start
section .data
text:   db "stressed"
length  equ $ - text
mark:   db "!", 10
section .text
_start: mov rsi, text
        lea rdi, [rel text + length]
.next:  mov al, [rsi]
        mov ah, [rdi] ; expect: global-overflow-read
        mov [rsi], ah
        mov [rdi], al ; expect: global-overflow-write
        inc rsi
        dec rdi
        cmp rsi, rdi
        jb .next
        movzx edi, byte [text]
        mov eax, 60
        syscall
