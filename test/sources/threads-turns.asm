; {"bits":64,"libc":true}
; Threads that take turns: a producer and a consumer with two semaphores, two players with a lock and a condition.
default rel
global main
extern pthread_create, pthread_join, sem_init, sem_wait, sem_post, printf, pthread_mutex_lock, pthread_mutex_unlock, pthread_cond_wait, pthread_cond_signal, pthread_self, pthread_equal
section .text
main:   push rbx
        lea rdi,[empty]
        xor esi,esi
        mov edx,2
        call sem_init
        lea rdi,[full]
        xor esi,esi
        xor edx,edx
        call sem_init
        lea rdi,[th1]
        xor esi,esi
        lea rdx,[producer]
        xor ecx,ecx
        call pthread_create
        lea rdi,[th2]
        xor esi,esi
        lea rdx,[consumer]
        xor ecx,ecx
        call pthread_create
        mov rdi,[th1]
        xor esi,esi
        call pthread_join
        mov rdi,[th2]
        lea rsi,[result]
        call pthread_join
        lea rdi,[fsum]
        mov rsi,[result]
        xor eax,eax
        call printf
        ; ping pong
        lea rdi,[th1]
        xor esi,esi
        lea rdx,[player]
        xor ecx,ecx
        call pthread_create
        lea rdi,[th2]
        xor esi,esi
        lea rdx,[player]
        mov ecx,1
        call pthread_create
        mov rdi,[th1]
        xor esi,esi
        call pthread_join
        mov rdi,[th2]
        xor esi,esi
        call pthread_join
        xor eax,eax
        pop rbx
        ret
producer: push rbx
        mov ebx,1
.l:     lea rdi,[empty]
        call sem_wait
        mov eax,ebx
        and eax,1
        lea rcx,[slots]
        mov [rcx+rax*8],rbx
        lea rdi,[full]
        call sem_post
        inc rbx
        cmp rbx,10
        jbe .l
        xor eax,eax
        pop rbx
        ret
consumer: push rbx
        push r12
        push r13
        mov ebx,1
        xor r12d,r12d
.l:     lea rdi,[full]
        call sem_wait
        mov eax,ebx
        and eax,1
        lea rcx,[slots]
        mov rsi,[rcx+rax*8]
        mov r13,rsi
        add r12,rsi
        lea rdi,[empty]
        call sem_post
        lea rdi,[fgot]
        mov rsi,r13
        xor eax,eax
        call printf
        inc rbx
        cmp rbx,10
        jbe .l
        mov rax,r12
        pop r13
        pop r12
        pop rbx
        ret
player: push rbx
        push r12
        sub rsp,8
        mov r12,rdi
        mov ebx,5
.round: lea rdi,[mutex]
        call pthread_mutex_lock
.wait:  mov eax,[turn]
        cmp eax,r12d
        je .mine
        lea rdi,[cond]
        lea rsi,[mutex]
        call pthread_cond_wait
        jmp .wait
.mine:  lea rdi,[fping]
        mov rsi,r12
        mov edx,ebx
        xor eax,eax
        call printf
        xor dword [turn],1
        lea rdi,[cond]
        call pthread_cond_signal
        lea rdi,[mutex]
        call pthread_mutex_unlock
        dec ebx
        jnz .round
        add rsp,8
        pop r12
        pop rbx
        xor eax,eax
        ret
section .rodata
fgot: db "got %ld",10,0
fsum: db "sum %ld",10,0
fping: db "player %ld: %d",10,0
section .data
turn: dd 0
section .bss
alignb 8
th1: resq 1
th2: resq 1
result: resq 1
slots: resq 2
empty: resb 32
full: resb 32
mutex: resb 40
cond: resb 48
section .note.GNU-stack noalloc noexec nowrite progbits
