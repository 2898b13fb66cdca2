; N random keys put into a binary tree, which is then walked in order by recursion: each step down waits for memory.
%ifndef N
%define N 400000
%endif
    global _start

struc node
.left:  resq 1
.right: resq 1
.key:   resq 1
.count: resq 1
endstruc

section .bss
root: resq 1
free: resq 1
pool: resb node_size * N

section .text
_start:
    mov qword [free], pool
    mov r12d, N
    mov rbx, 88172645463325252
.next:
    mov rax, rbx                ; xorshift
    shl rax, 13
    xor rbx, rax
    mov rax, rbx
    shr rax, 7
    xor rbx, rax
    mov rax, rbx
    shl rax, 17
    xor rbx, rax
    mov rdi, rbx
    call insert
    dec r12d
    jnz .next

    mov rdi, [root]
    xor r15d, r15d
    call walk
    mov rax, r15
    jmp finish

; insert(rdi: key)
insert:
    mov rsi, root
.down:
    mov rax, [rsi]
    test rax, rax
    jz .new
    cmp rdi, [rax + node.key]
    je .same
    lea rsi, [rax + node.left]
    lea rdx, [rax + node.right]
    cmovg rsi, rdx
    jmp .down
.same:
    inc qword [rax + node.count]
    ret
.new:
    mov rax, [free]
    add qword [free], node_size
    mov qword [rax + node.left], 0
    mov qword [rax + node.right], 0
    mov [rax + node.key], rdi
    mov qword [rax + node.count], 1
    mov [rsi], rax
    ret

; walk(rdi: node), the checksum in r15
walk:
    test rdi, rdi
    jz .done
    push rbp
    mov rbp, rsp
    sub rsp, 16
    mov [rbp - 8], rdi
    mov rdi, [rdi + node.left]
    call walk
    mov rdi, [rbp - 8]
    rol r15, 1
    xor r15, [rdi + node.key]
    mov rdi, [rdi + node.right]
    call walk
    leave
.done:
    ret

%include "finish64.inc"
