; exit 0
; Texts that go on under further labels, with control sequences and letters beyond ASCII, and end with a zero byte.
        global _start
        section .data
first:  db "red: "
second: db 27, "[31m"
third:  db "größer", 10
last:   db "end"
        db 0
other:  db "0123456789abcdef"
ending: db 0
        section .text
_start: lea rsi, [rel first]
        call length
        cmp ecx, 22
        jne .bad
        lea rsi, [rel other]
        call length
        cmp ecx, 16
        jne .bad
        xor edi, edi
        jmp .end
.bad:   mov edi, ecx
.end:   mov eax, 60
        syscall
length: xor ecx, ecx
.next:  cmp byte [rsi + rcx], 0
        je .done
        inc ecx
        jmp .next
.done:  ret
