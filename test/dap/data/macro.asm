; A macro of three instructions, called twice.
%macro exit_with 1
    mov edi, %1
    mov eax, 60
    syscall
%endmacro

%macro twice 1
    add %1, %1
%endmacro

section .text
global _start
_start:
    mov ecx, 3
    twice ecx
    twice ecx
    exit_with ecx
