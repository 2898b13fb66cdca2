; The overflow goes through a pointer kept in a structure. exit 0
        default rel
        extern calloc, free
        global main
struc vec
.data:  resq 1
.len:   resq 1
.cap:   resq 1
endstruc
        section .bss
v:      resb vec_size
        section .text
push_:  ; rdi vec, rsi value: forgets to compare with the capacity
        mov rax, [rdi+vec.data]
        mov rcx, [rdi+vec.len]
        mov [rax+rcx*8], rsi            ; expect: heap-overflow-write
        inc qword [rdi+vec.len]
        ret
main:   push rbx
        mov edi, 4
        mov esi, 8
        call calloc
        mov [v+vec.data], rax
        mov qword [v+vec.cap], 4
        mov ebx, 5
.next:  lea rdi, [v]
        mov rsi, rbx
        call push_
        dec ebx
        jnz .next
        mov rdi, [v+vec.data]
        call free
        xor eax, eax
        pop rbx
        ret
