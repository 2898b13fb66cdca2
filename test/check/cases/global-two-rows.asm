; Two arrays side by side are no matrix: the sum of the first goes one element too far. exit 10
global _start
section .data
arr1:   dd 1, 2, 3
arr2:   dd 4, 5, 6
section .text
_start: mov rsi, arr1
        mov ecx, 4
        xor edi, edi
.next:  add edi, [rsi] ; expect: global-overflow-read
        add rsi, 4
        loop .next
        mov eax, 60
        syscall
