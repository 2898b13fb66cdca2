; exit 0
; Structures and counts that libc hands to the kernel, larger than the variables they go to.
        default rel
        extern stat, uname, readlink, getrandom
        global main
        section .rodata
p:      db "/", 0
l:      db "/proc/self/exe", 0
        section .bss
b:      resb 64
c:      resb 100
u:      resb 325
v:      resb 100
r:      resb 3
s:      resb 3
        section .text
main:   push rbx
        lea rdi, [p]
        lea rsi, [b]
        call stat               ; expect: syscall-bad-address
        lea rdi, [u]
        call uname              ; expect: syscall-bad-address
        lea rdi, [l]
        lea rsi, [r]
        mov edx, 6
        call readlink           ; expect: syscall-bad-address
        lea rdi, [r]
        mov esi, 4
        xor edx, edx
        call getrandom          ; expect: syscall-bad-address
        xor eax, eax
        pop rbx
        ret
