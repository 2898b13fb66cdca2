; A label alone in front of others names them together: read, copied, walked over, given to the kernel. exit 42
global main
extern memcpy, memset
section .data
student:
name:   db "Eva", 0
age:    dd 21
mean:   dq 1.75
date:
day:    db 24
month:  db 12
year:   dw 2025
date_end:
align 16
vector:
x:      dd 1.0
y:      dd 2.0
z:      dd 3.0
w:      dd 4.0
section .bss
copy:
.name:  resb 4
.age:   resd 1
.mean:  resq 1
pair:
low:    resd 1
high:   resd 1
record:
kind:   resw 1
count:  resw 1
total:  resd 1
section .text
main:
    push rbx
    mov edi, copy
    mov esi, student
    mov edx, 16
    call memcpy
    mov ebx, [student + 4]
    mov eax, [copy.age]
    add ebx, eax
    mov dword [low], 1
    mov dword [high], 2
    mov rax, [pair]
    mov eax, [date]
    mov [record], eax
    mov rax, [vector]
    movaps xmm0, [vector]
    mov edi, record
    xor esi, esi
    mov edx, 8
    call memset
    mov eax, 1
    mov edi, 1
    mov esi, student
    mov edx, 16
    syscall
    mov eax, ebx
    pop rbx
    ret
