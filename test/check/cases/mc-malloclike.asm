; Blocks of an own allocator over mmap: before, behind and after the free. exit 0
        default rel
        global _start
        section .text
; @alloc size=rdi ret=rax
get:    push rdi
        mov eax, 9
        mov rsi, rdi
        add rsi, 4096
        xor edi, edi
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        syscall
        add rax, 16
        pop rdi
        ret
; @free ptr=rdi
put:    ret
_start: mov edi, 40
        call get
        mov rbx, rax
        mov byte [rbx-1], 1     ; expect: heap-underflow-write
        mov byte [rbx+40], 1    ; expect: heap-overflow-write
        mov byte [rbx], 1
        mov rdi, rbx
        call put
        mov al, [rbx]           ; expect: use-after-free-read
        mov eax, 60
        xor edi, edi
        syscall
