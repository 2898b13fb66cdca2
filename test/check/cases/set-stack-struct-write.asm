; A structure on the stack of which one field was never set is written out. exit 0
        global _start
struc rec
.id:    resd 1
.flags: resd 1
.size:  resq 1
endstruc
        section .text
_start: sub rsp, rec_size
        mov dword [rsp+rec.id], 7
        mov qword [rsp+rec.size], 16
        mov eax, 1
        mov edi, 1
        mov rsi, rsp
        mov edx, rec_size
        syscall                         ; expect: uninit-syscall
        add rsp, rec_size
        xor edi, edi
        mov eax, 60
        syscall
