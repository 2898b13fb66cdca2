; System calls that say EINVAL of what they find, asked to know. exit 0
section .data
here: db "/dev/null", 0
section .bss
buffer: resb 64
section .text
global _start
_start:
    mov eax, 89                 ; readlink of what is no link
    lea rdi, [rel here]
    lea rsi, [rel buffer]
    mov edx, 64
    syscall
    test rax, rax
    js .plain
.plain:
    mov eax, 28                 ; madvise with an advice that newer kernels know
    lea rdi, [rel buffer]
    and rdi, -4096
    mov esi, 4096
    mov edx, 102               ; MADV_GUARD_INSTALL
    syscall
    cmp rax, 0
    jl .unknown
.unknown:
    mov eax, 157                ; prctl with an option that there is not
    mov edi, 99999
    xor esi, esi
    xor edx, edx
    xor r10d, r10d
    xor r8d, r8d
    syscall
    mov ebx, eax
    lea rdi, [rel here]         ; the caller looks at what this one says
    call ask
    test eax, eax
    js .none
.none:
    mov eax, 60
    mov edi, 0
    syscall
ask:
    lea rsi, [rel buffer]
    mov edx, 64
    mov eax, 89
    syscall
    ret
