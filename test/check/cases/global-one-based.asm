; Counted from one, and one too many: through a base from data, and through one that a function saved. exit 0
global _start
section .data
other:  dq 9
array:  dq 1, 2, 3
after:  dq 4
base:   dq array - 8
section .text
keep:   push rbx
        xor ebx, ebx
        pop rbx
        ret
_start: mov r8, [base]
        mov rax, [r8+24]
        mov rax, [r8+32] ; expect: global-overflow-read
        mov ebx, array - 8
        call keep
        mov ecx, 4
.next:  add rax, [rbx+rcx*8] ; expect: global-overflow-read
        loop .next
        xor edi, edi
        mov eax, 60
        syscall
