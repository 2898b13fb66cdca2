; 32 bits: a loop over a local buffer writes the return address. signal SIGSEGV
        bits 32
        global _start
        section .text
fill:   push ebp
        mov ebp, esp
        sub esp, 16
        lea edi, [ebp-16]
        mov ecx, 6
        mov eax, 0x41414141
        rep stosd                       ; expect: stack-buffer-overflow-write
        leave
        ret                             ; expect: return-address-overwritten, exec-nonexec
_start: call fill
        xor ebx, ebx
        mov eax, 1
        int 0x80
