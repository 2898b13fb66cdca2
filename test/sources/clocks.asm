; {"bits":64,"wrong":true}
; Time without libc: clocks that go on, a sleep that is long enough, an alarm, an interval timer, a poll that ends by itself.
%include "bare64.inc"
%macro now 2                            ; clock, place
        mov     eax, 228
        mov     edi, %1
        mov     rsi, %2
        syscall
%endmacro
global _start
_start: mov     eax, 13
        mov     edi, 14                 ; SIGALRM
        mov     rsi, action
        xor     edx, edx
        mov     r10d, 8
        syscall
        now     1, before
        mov     eax, 35                 ; nanosleep
        mov     rdi, little
        xor     esi, esi
        syscall
        call    show
        now     1, after
        call    passed
        cmp     rax, 20_000_000
        setge   al
        movzx   eax, al
        call    show                    ; at least what was asked for
        now     77, before
        call    show
        mov     eax, 35
        mov     rdi, negative
        xor     esi, esi
        syscall
        call    show
        mov     eax, 7                  ; poll nothing for 15 ms
        xor     edi, edi
        xor     esi, esi
        mov     edx, 15
        syscall
        call    show
        mov     eax, 38                 ; setitimer, once in 10 ms
        xor     edi, edi
        mov     rsi, interval
        xor     edx, edx
        syscall
        mov     eax, 34                 ; pause
        syscall
        call    show
        mov     eax, 37                 ; alarm in 100 s, and taken back
        mov     edi, 100
        syscall
        call    show
        mov     eax, 37
        xor     edi, edi
        syscall
        call    show
        number  [alarms]
        say     10
        mov     eax, 201                ; time, both ways
        mov     rdi, seconds
        syscall
        sub     rax, [seconds]
        call    show
        mov     eax, 96                 ; gettimeofday
        mov     rdi, before
        xor     esi, esi
        syscall
        mov     rax, [before]
        sub     rax, [seconds]
        cmp     rax, 2
        setb    al
        movzx   eax, al
        call    show
        mov     eax, 100                ; times
        mov     rdi, buffer
        syscall
        cqo
        number  rdx
        say     10
        leave_with 0
show:   call    write_number
        say     10
        ret
passed: mov     rax, [after]
        sub     rax, [before]
        imul    rax, rax, 1_000_000_000
        add     rax, [after+8]
        sub     rax, [before+8]
        ret
on_alarm:
        inc     qword [alarms]
        ret
restore:
        mov     eax, 15
        syscall
section .data
align 8
little:  dq      0, 20_000_000
negative: dq    0, -5
interval: dq    0, 0, 0, 10_000
action: dq      on_alarm, 0x04000000, restore, 0
section .bss
before: resq    2
after:  resq    2
seconds: resq   1
alarms: resq    1
buffer: resq    4
