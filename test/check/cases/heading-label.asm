; What a label alone in front of others names together, taken in part, and one of the others taken for all. exit 0
global main
extern memcpy
section .data
student:
name:   db "Eva", 0
age:    dd 21
mean:   dq 1.75
next:
first:  dw 1
second: db 2
third:  dq 3
section .bss
copy:   resb 16
section .text
main:
    sub rsp, 8
    mov rax, [student + 4]      ; expect: global-overflow-read
    mov eax, [next]             ; expect: element-size-mismatch
    mov rax, [mean + 4]         ; expect: global-overflow-read
    mov edi, copy
    mov esi, name
    mov edx, 16
    call memcpy                 ; expect: global-overflow-read
    xor eax, eax
    add rsp, 8
    ret
