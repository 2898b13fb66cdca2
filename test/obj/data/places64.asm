global _start
section ro1 progbits alloc noexec nowrite
 dd 1
section rw1 progbits alloc noexec write
 dd __start_rw1
extern __start_rw1, __bss_start, _end, etext
section code1 progbits alloc exec nowrite
 nop
section nb1 nobits alloc noexec write
 resb 5
section .text
_start: mov eax, __bss_start
 mov eax, _end
 mov eax, etext
section .text.unlikely progbits alloc exec
 int3
section .data.x progbits alloc write
 dd 3
section .mydata progbits alloc write
 db 1
section .data
 dd 2
section .rodata
 dd 2
section .rodata.abc
 dd 3
section .note.foo note alloc
 dd 0
section .bss
 resb 3
section .bss.abc nobits alloc write align=64
 resb 5
section .init progbits alloc exec
 nop
section .fini progbits alloc exec
 nop
section .tdata
 dd 1
section .init_array
 dq 0
