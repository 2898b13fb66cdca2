; Ends the program with the status in rdi.
section .text
global finish
finish:
    mov eax, 60
    syscall
