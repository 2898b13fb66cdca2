; A stack frame in 32-bit code: saved ebp, one local variable, and the way back.
;
; What to see: the program is 32-bit (Asmoscope finds out by itself, or say -m32). Put a breakpoint on the line that stores
; 7. Scope "Frame" shows saved ebp, above it argc (the kernel entered _start: there is no return address), and [ebp-4]
; as ?? because nobody has written it. Press F10: it is 7.

    bits 32

section .text
    global _start

_start:
    push ebp
    mov ebp, esp                ; the frame begins here
    sub esp, 4                  ; room for one local

    mov dword [ebp-4], 7        ; undefined before, 7 after

    add esp, 4                  ; give the room back
    pop ebp

    mov eax, 1                  ; exit
    xor ebx, ebx
    int 0x80
