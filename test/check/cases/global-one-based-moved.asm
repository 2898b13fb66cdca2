; A base that was moved in front of its array goes on to the array's end; a pointer to the variable in front keeps that one's end. exit 0
global _start
section .data
other:  dd 9, 9
array:  dd 1, 2, 3, 4
after:  dd 5
section .text
keep:   push rbx
        xor ebx, ebx
        pop rbx
        ret
_start: lea rbx, [rel array]
        sub rbx, 4
        call keep
        mov ecx, 5
.words: add edi, [rbx+rcx*4] ; expect: global-overflow-read
        loop .words
        mov ebx, other
        call keep
        add edi, [rbx+8] ; expect: global-overflow-read
        xor edi, edi
        mov eax, 60
        syscall
