; {"bits":64,"libc":true}
; Ends of threads: one ends by the kernel's call, one raises a signal, one needs more than 1 MiB of stack, one's local is
; read when it has been joined.
default rel
global main
extern pthread_create, pthread_join, pthread_self, pthread_exit, raise, signal, printf, puts
section .text
main:   push    rbx
        call    pthread_self
        mov     [first], rax
        mov     edi, 12
        lea     rsi, [handler]
        call    signal
        lea     rbx, [tasks]
.next:  lea     rdi, [thread]
        xor     esi, esi
        mov     rdx, [rbx]
        mov     ecx, 100000
        call    pthread_create
        mov     rdi, [thread]
        lea     rsi, [result]
        call    pthread_join
        lea     rdi, [joined]
        mov     esi, eax
        xor     eax, eax
        call    printf
        add     rbx, 8
        cmp     qword [rbx], 0
        jne     .next
        lea     rdi, [deepest]
        mov     rsi, [result]
        xor     eax, eax
        call    printf
        lea     rdi, [thread]
        xor     esi, esi
        lea     rdx, [local]
        xor     ecx, ecx
        call    pthread_create
        mov     rdi, [thread]
        lea     rsi, [result]
        call    pthread_join
        mov     rax, [result]
        mov     eax, [rax]
        lea     rdi, [read]
        call    puts
        mov     edi, 12
        call    raise
        xor     eax, eax
        pop     rbx
        ret
raw:    mov     eax, 60
        mov     edi, 3
        syscall
raises: push    rbx
        mov     edi, 12
        call    raise
        xor     eax, eax
        pop     rbx
        ret
handler: push   rbx
        call    pthread_self
        cmp     rax, [first]
        lea     rdi, [other]
        jne     .say
        lea     rdi, [main_one]
.say:   call    puts
        pop     rbx
        ret
deep:   mov     eax, edi
        call    down
        ret
down:   push    rax
        dec     eax
        jz      .up
        call    down
        inc     eax
.up:    pop     rcx
        ret
local:  sub     rsp, 24
        mov     dword [rsp], 77
        mov     rax, rsp
        add     rsp, 24
        ret
section .data
tasks:  dq      raw, raises, deep, 0
joined: db      "joined: %d", 10, 0
deepest: db     "%ld calls", 10, 0
read:   db      "read", 0
other:  db      "in the other thread", 0
main_one: db    "in the first thread", 0
section .bss
thread: resq    1
result: resq    1
first:  resq    1
section .note.GNU-stack noalloc noexec nowrite progbits
