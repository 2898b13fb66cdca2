; A list with xored links, forwards and backwards. exit 0
        default rel
        global _start
        section .data
n1:     dq 1, 0
n2:     dq 2, 0
n3:     dq 3, 0
        section .text
_start: lea r8, [n1]
        lea r9, [n2]
        lea r10, [n3]
        mov [r8+8], r9
        mov rax, r8
        xor rax, r10
        mov [r9+8], rax
        mov [r10+8], r9
        xor ecx, ecx
        xor edx, edx
        mov rsi, r8
.next:  add rdx, [rsi]
        mov rax, [rsi+8]
        xor rax, rcx
        mov rcx, rsi
        mov rsi, rax
        test rsi, rsi
        jnz .next
        lea edi, [rdx-6]
        mov eax, 60
        syscall
