; The pointer starts right behind the array, at the next variable, and walks down. exit 36
global _start
section .data
arr:    dq 10, 20, 30
count   equ 3
total:  dq 6
section .text
_start: mov rsi, arr + count*8
        mov ecx, count
        xor edi, edi
.next:  add rdi, [rsi] ; expect: global-overflow-read
        sub rsi, 8
        loop .next
        sub edi, 20
        mov eax, 60
        syscall
