; Registers that hold garbage are saved and given back, compared by nobody. exit 0
        extern getpid
        global main
        section .text
main:   push rbx
        call getpid
        push rcx
        push rdx
        push r8
        push r9
        xor ebx, ebx
        pop r9
        pop r8
        pop rdx
        pop rcx
        mov eax, ebx
        pop rbx
        ret
