; exit 0
; Bit maps at labels, set and tested to their last bit, a sieve among them, and one whose words have labels of their own.
        global _start
        section .bss
sieve:  resb 128
last:   resd 1
few:    resb 3
odd:    resb 13                 ; the last bits lie in a word that goes on behind it
        section .data
low:    dd 0
high:   dd 0
low_end:
        section .text
_start: mov ecx, 2
.outer: mov eax, ecx
.inner: add eax, ecx
        cmp eax, 1024
        jae .next
        bts dword [sieve], eax
        jmp .inner
.next:  inc ecx
        cmp ecx, 32
        jb .outer
        mov eax, 1023
        bt [sieve], eax
        jnc .bad
        mov eax, 1021
        bt [sieve], eax
        jc .bad
        mov eax, 103
        bts [odd], eax
        lea rbx, [rel odd]
        bt [rbx], eax
        jnc .bad
        mov eax, 31
        bts [last], eax
        bts dword [last], 7
        mov eax, 40
        bts [low], eax
        mov eax, -8
        lea rbx, [rel sieve + 8]
        btr [rbx], eax
        mov eax, 23
        bts [few], eax
        bt [few], eax
        jnc .bad
        xor edi, edi
        jmp .end
.bad:   mov edi, 1
.end:   mov eax, 60
        syscall
