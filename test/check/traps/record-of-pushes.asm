; Handlers of exceptions in records that are built by pushes and read through a pointer; texts side by side up to an empty one.
; exit 10
global _start
section .data
colors: db "red", 0
green:  db "green", 0
blue:   db "blue", 0, 0
section .bss
chain:  resq 1
section .text
raise_: mov rcx, [chain]
        mov rdx, [rcx]
        mov [chain], rdx
        mov rbp, [rcx + 16]
        mov rdx, [rcx + 8]
        lea rsp, [rcx + 24]
        jmp rdx
tries:  push rbx
        push rbp
        push .catch
        push qword [chain]
        mov [chain], rsp
        call raise_
        add rsp, 24
        pop rbx
        ret
.catch: mov eax, 7
        pop rbx
        ret
count:  xor eax, eax
.text:  cmp byte [rsi], 0
        je .done
        inc eax
.byte:  inc rsi
        cmp byte [rsi - 1], 0
        jne .byte
        jmp .text
.done:  ret
_start: call tries
        mov ebx, eax
        mov esi, colors
        call count
        lea edi, [rax + rbx]
        mov eax, 60
        syscall
