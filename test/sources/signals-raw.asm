; {"bits":64,"wrong":true}
; Signals without libc: a handler with three arguments, masks, one that waits, a fault that its handler steps over.
%include "bare64.inc"
SIGUSR1 equ     10
SIGSEGV equ     11
SIGUSR2 equ     12
global _start
_start:
        mov     edi, SIGUSR1
        mov     rsi, action
        call    act
        mov     edi, SIGSEGV
        mov     rsi, fault_action
        call    act
        mov     eax, 39                 ; getpid
        syscall
        mov     r12d, eax
        mov     eax, 62                 ; kill itself
        mov     edi, r12d
        mov     esi, SIGUSR1
        syscall
        say     "after kill", 10
        mov     edi, 0                  ; SIG_BLOCK
        call    mask
        mov     eax, 62
        mov     edi, r12d
        mov     esi, SIGUSR1
        syscall
        say     "it waits", 10
        mov     eax, 127                ; rt_sigpending
        mov     rdi, pending
        mov     esi, 8
        syscall
        number  [pending]
        say     10
        mov     edi, 1                  ; SIG_UNBLOCK
        call    mask
        say     "it came", 10
        mov     eax, 7
        mov     rbx, 0x10
        mov     dword [rbx], eax        ; faults: the handler goes on behind it
.behind:
        say     "went on", 10
        mov     eax, 13                 ; a signal that cannot be caught
        mov     edi, 9
        mov     rsi, action
        xor     edx, edx
        mov     r10d, 8
        syscall
        call    write_number
        say     10
        mov     eax, 62                 ; nobody takes this one: the end
        mov     edi, r12d
        mov     esi, SIGUSR2
        syscall
        say     "not to be seen", 10
        leave_with 0

act:    mov     eax, 13
        xor     edx, edx
        mov     r10d, 8
        syscall
        ret
mask:   mov     eax, 14
        mov     rsi, set
        xor     edx, edx
        mov     r10d, 8
        syscall
        ret
; edi number, rsi siginfo, rdx context
handler:
        push    rbx
        mov     ebx, edi
        push    rsi
        say     "signal "
        mov     eax, ebx
        call    write_number
        say     " code "
        pop     rsi
        movsxd  rax, dword [rsi+8]
        call    write_number
        say     10
        pop     rbx
        ret
fault_handler:
        push    rbx
        mov     rbx, rdx
        push    rsi
        say     "fault at "
        pop     rsi
        mov     rax, [rsi+16]
        call    write_number
        say     " rax "
        number  [rbx+40+13*8]
        say     10
        lea     rax, [rel _start.behind]
        mov     [rbx+40+16*8], rax      ; rip of the frame
        pop     rbx
        ret
restore:
        mov     eax, 15
        syscall
section .data
align 8
action: dq      handler, 0x04000004, restore, 0         ; SA_RESTORER | SA_SIGINFO
fault_action:
        dq      fault_handler, 0x04000004, restore, 0
set:    dq      1 << (SIGUSR1-1)
section .bss
pending: resq   1
