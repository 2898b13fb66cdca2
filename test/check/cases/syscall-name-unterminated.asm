; A file's name without its zero byte. exit 0
global _start
section .data
p:      db "/tmp/x"
q:      dq -1
section .text
_start: mov eax, 2
        mov edi, p
        xor esi, esi
        syscall ; expect: syscall-bad-address
        mov eax, 60
        xor edi, edi
        syscall
