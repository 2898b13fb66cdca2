; exit 44
; A call of a label of its own makes a return address that the thunk replaces.
        global _start
        section .text
thunk:  call .set                       ; retpoline: jump to r11
.trap:  pause
        jmp  .trap
.set:   mov  [rsp], r11
        ret
one:    mov  ebx, 1
        jmp  back
two:    add  ebx, 20
        jmp  back
three:  add  ebx, 3
        ret
_start: xor  r12d, r12d
        xor  ebx, ebx
next:   mov  rax, [seq+r12*8]
        test rax, rax
        jz   .end
        push rax
        ret
.end:   push .after
        mov  r11, three
        jmp  thunk
.after: mov  edi, ebx
        mov  eax, 60
        syscall
back:   inc  r12d
        jmp  next
        section .data
seq:    dq one, two, two, 0
