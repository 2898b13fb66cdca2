; A loop reads the local array upwards into the saved registers. exit 0
        global _start
        section .text
sum:    push rbp
        mov rbp, rsp
        sub rsp, 32
        mov qword [rbp-32], 1
        mov qword [rbp-24], 2
        mov qword [rbp-16], 3
        mov qword [rbp-8], 4
        lea rsi, [rbp-32]
        xor eax, eax
        xor ecx, ecx
.next:  add rax, [rsi+rcx*8]            ; expect: stack-buffer-overflow-read
        inc ecx
        cmp ecx, 6
        jb .next
        leave
        ret
_start: xor ebp, ebp
        call sum
        xor edi, edi
        mov eax, 60
        syscall
