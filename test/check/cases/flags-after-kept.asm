; inc and dec keep CF, a shift by 0 keeps all flags: what is asked for is still what rand has left. exit 0
extern rand
section .bss
count:  resd 1
section .text
global main
main:   push rbx
        call rand
        inc ebx
        jc .next ; expect: uninit-branch
        nop
.next:  call rand
        mov ecx, 0
        shl ebx, cl
        jz .last ; expect: uninit-branch
        nop
.last:  call rand
        dec dword [rel count]
        jz .end
        nop
.end:   xor eax, eax
        pop rbx
        ret
