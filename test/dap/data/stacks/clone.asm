global _start
section .bss
room: resb 4096
.top:
done: resd 1
section .text
worker:
    push rbp
    mov rbp, rsp
    call inner
    pop rbp
    mov dword [done], 1
    xor edi, edi
    mov eax, 60
    syscall
inner:
    nop ; stop
    ret
make:
    mov edi, 0x10f00            ; memory, files, handlers, thread
    mov rsi, room.top - 8
    lea rax, [rel worker]
    mov [rsi], rax
    xor edx, edx
    xor r10d, r10d
    xor r8d, r8d
    mov eax, 56
    syscall
    ret
_start:
    mov rbp, rsp
    call make
    call wait_done
    xor edi, edi
    mov eax, 231
    syscall
wait_done:
    push rbp
    push rbp
.again:
    mov eax, 24
    syscall
    cmp dword [done], 1
    jne .again
    pop rbp
    pop rbp
    ret
