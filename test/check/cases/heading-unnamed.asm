; A label alone in front that nothing names says nothing of what belongs together. exit 0
section .data
student:
marks:  db 7, 8, 9
ages:   db 21, 22
place:  dq marks
section .text
global main
main:
    mov rsi, [place]
    mov al, [rsi + 3] ; expect: global-overflow-read
    mov al, [rsi + 2]
    xor eax, eax
    ret
