; Bases in front of arrays, to count elements from one: from data, over a call, from lea. exit 121
global _start
section .data
other:  dq 9
array:  dq 1, 2, 3
bases:  dq array - 8, 5, bytes - 1
word_:  dw 7
bytes:  db 10, 20, 30
section .bss
before: resd 2
cells:  resd 4
saved:  resq 1
section .text
keep:   push rbx
        xor ebx, ebx
        pop rbx
        ret
_start: mov r8, [rel bases]
        mov rdi, [r8+8]
        add rdi, [r8+24]
        mov rbx, [bases+16]
        mov ecx, 3
.bytes: movzx eax, byte [rbx+rcx]
        add edi, eax
        loop .bytes
        mov ebx, array - 8
        call keep
        mov ecx, 3
.words: add rdi, [rbx+rcx*8]
        loop .words
        lea rsi, [rel cells-4]
        mov [saved], rsi
        mov rsi, [saved]
        mov ecx, 4
.store: mov [rsi+rcx*4], ecx
        loop .store
        mov rsi, [saved]
        add rsi, 4
        mov ecx, 4
.sum:   add edi, [rsi]
        add rsi, 4
        loop .sum
        add edi, [rbx]
        add edi, 32
        mov eax, 60
        syscall
