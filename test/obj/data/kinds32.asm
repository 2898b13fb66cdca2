extern puts:weak
global main:function (main.end-main), gk, w:weak, obj:object hidden, pr:data protected, _start
section .text
k equ 5
gk equ 77
_start:
main: call puts wrt ..plt
.l1: call w
 mov eax, msg
 mov eax,[msg]
 jmp main
.end:
w: ret
section .data
msg: db "hi",0
 dd msg, main, puts
obj: dd 1
pr: dd 2
common cc 8:4
static stat
stat: dd 1
stat2: dd k
section .bss
 resb 10
section .rodata.str progbits alloc noexec nowrite align=1 merge strings
 db "x",0
section foo progbits alloc exec write align=32
 nop
section bar nobits alloc noexec write align=64
 resb 100
section .note.GNU-stack noalloc noexec nowrite progbits
section .comment
 db "c"
section empty
