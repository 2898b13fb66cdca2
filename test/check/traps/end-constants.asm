; Addresses behind an array that are compared with, walked down from, or counted up to with a negative index. exit 60
global _start
section .data
arr:    dd 1, 2, 3, 4
more:   dd 5, 6, 7
after:  dd 99
section .bss
digits: resb 8
room:   resq 4
section .text
_start: mov rsi, arr
        xor edi, edi
.up:    add edi, [rsi]          ; up to an end that is never touched
        add rsi, 4
        cmp rsi, arr + 16
        jne .up
        lea rdx, [rel arr + 16]
        mov ecx, 4
.down:  sub rdx, 4              ; down from it
        add edi, [rdx]
        loop .down
        mov rbx, arr + 16
        mov rcx, -4
.index: add edi, [rbx+rcx*4]    ; from below zero up to it
        inc rcx
        jnz .index
        mov rsi, arr - 4
        mov ecx, 4
.one:   add edi, [rsi+rcx*4]    ; the first has the number one
        loop .one
        mov rsi, arr            ; over both arrays, to the second one's end
        mov rdx, more + 12
        mov r8d, edi
        xor edi, edi
.both:  add edi, [rsi]
        add rsi, 4
        cmp rsi, rdx
        jb .both
        mov rsi, arr + 16       ; behind the first, up to the second one's end
.rest:  cmp rsi, after
        jae .done
        add edi, [rsi]
        add rsi, 4
        jmp .rest
.done:  sub edi, 18
        mov rsi, digits + 8     ; digits from the last one back
.digit: dec rsi
        mov byte [rsi], '0'
        cmp rsi, digits
        jne .digit
        mov rbp, room + 32      ; a stack that grows down
        sub rbp, 8
        mov [rbp], rdi
        mov rdi, [rbp]
        add rbp, 8
        lea edi, [rdi+r8-8]
        mov eax, 60
        syscall
