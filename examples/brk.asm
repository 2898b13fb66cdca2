; MISTAKE: the amount to grow by is 4096, but it is stored in one byte and read as eight.
;
; What to see: NASM warns at the `db`. In the run, element-size-mismatch at the add: eight bytes are read, one belongs to
; `amount`. The new break is nonsense, so the kernel refuses and the heap does not grow.

section .data
    amount  db 4096

section .text
    global _start

_start:
    mov rax, 12                 ; brk
    xor rdi, rdi                ; 0 asks for the current break
    syscall

    mov rbx, rax
    add rbx, [amount]           ; 8 bytes from a 1-byte variable

    mov rax, 12
    mov rdi, rbx
    syscall                     ; rax is the old break: it failed

    mov rax, 60
    xor rdi, rdi
    syscall
