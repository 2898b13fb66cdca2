; What labels are one object by annotation, length or end label has an end. exit 0
global _start
section .data
list:   dd 1, 2
rest:   dd 3, 4
count   equ ($ - list) / 4
; @object pair..other
pair:   dd 7, 8
other:  dd 9, 10, 11
last:   dd 12
section .text
_start: mov eax, [list+16] ; expect: global-overflow-read
        mov eax, [rest+8] ; expect: global-overflow-read
        mov eax, [pair+20] ; expect: global-overflow-read
        mov eax, [pair-4] ; expect: global-overflow-read
        mov esi, list
        mov ecx, count + 1
.next:  add eax, [rsi] ; expect: global-overflow-read
        add rsi, 4
        loop .next
        xor edi, edi
        mov eax, 60
        syscall
