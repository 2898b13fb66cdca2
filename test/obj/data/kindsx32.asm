extern puts
global main
section .text
main: call puts
 lea eax, [rel msg]
 mov rsi, msg
section .data
msg: dd msg
 dq msg
 dw k
k equ 9
