; The base is moved in front of the array right where its address is taken, and saved by functions. exit 38
global _start
section .data
other:  dd 9, 9
array:  dd 1, 2, 3, 4
texts:  db "ab"
text:   db "cde", 0
section .text
keep:   push rbx
        push r12
        xor ebx, ebx
        lea r12, [rbx+1]
        pop r12
        pop rbx
        ret
_start: lea rbx, [rel array]
        sub rbx, 4
        mov r12d, array
        xor edi, edi
        lea r12, [r12-8]
        call keep
        mov ecx, 4
.words: add edi, [rbx+rcx*4]
        loop .words
        add edi, [r12+8]
        add edi, [r12+20]
        mov ebx, text
        dec rbx
        call keep
.text:  inc rbx
        inc edi
        movzx eax, byte [rbx]
        test al, al
        jnz .text
        call keep
        mov ebx, array + 4
        add rbx, -8
        push rbx
        call keep
        pop rdx
        add edi, [rdx+4]
        add edi, [rbx+12]
        add edi, 15
        mov eax, 60
        syscall
